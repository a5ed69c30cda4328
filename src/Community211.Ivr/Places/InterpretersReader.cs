using System.Collections.Immutable;
using Community211.Ivr.Files;

namespace Community211.Ivr.Places;

/// <summary>Reads <c>interpreters.yaml</c>: who is rung for a language that no agent speaks.</summary>
public static class InterpretersReader
{
    public const string File = "interpreters.yaml";

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>The vendors; null, with findings, when the file cannot be read.</summary>
    /// <param name="text">The file.</param>
    /// <param name="isLanguage">Whether a language id is known.</param>
    /// <param name="isCalendar">Whether a calendar id is known.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static InterpretersModel? Read(string text, Func<string, bool> isLanguage, Func<string, bool> isCalendar, Findings findings)
    {
        if (YamlSource.Read(File, text, findings) is not { } map)
            return null;
        var root = new MapReader(map, findings);
        root.Number("format", 1, 1, 1);
        var list = root.Map("vendors", required: true);
        root.Done();
        var all = new List<InterpreterVendor>();
        foreach (var entry in list?.Entries ?? [])
        {
            if (list!.Map(entry.Key.Value) is not { } r)
                continue;
            var vendor = ReadVendor(entry.Key.Value, r, isLanguage, isCalendar);
            if (all.Find(v => v.Order == vendor.Order) is { } other)
                findings.Add("vendor-order-twice", r.PlaceOf("order"), $"'{vendor.Id}' and '{other.Id}' have one place in the order.", "Give each its own; 1 is tried first.");
            all.Add(vendor);
        }
        return new InterpretersModel([.. all.OrderBy(v => v.Order)]);
    }

    private static InterpreterVendor ReadVendor(string id, MapReader r, Func<string, bool> isLanguage, Func<string, bool> isCalendar)
    {
        var number = r.Text("number");
        if (number.Length > 0 && !CallerNumber.IsTenDigit(number))
            r.Findings.Add("not-ten-digit", r.PlaceOf("number"), $"'{number}' is no ten-digit number.", "Write it as \"+14165550160\".");
        var hours = r.Text("hours");
        if (hours.Length > 0 && !isCalendar(hours))
            r.Findings.Add("unknown-calendar", r.PlaceOf("hours"), $"The calendar '{hours}' is not in calendars.yaml.", "Add it there, or name another.");
        var connected = r.Text("connected-by");
        if (connected is not ("" or "key" or "announcement"))
            r.Findings.Add("unknown-signal", r.PlaceOf("connected-by"), $"'{connected}' is not known here.", "Write key, when the interpreter presses 1, or announcement.");
        var vendor = new InterpreterVendor(
            id, r.Text("name"), number, r.Number("order", 1, 1, 99), hours, Script(id, r),
            connected == "key" ? InterpreterSignal.Key : InterpreterSignal.Announcement, Languages(r, isLanguage));
        r.Done();
        return vendor;
    }

    private static ImmutableDictionary<string, string> Languages(MapReader r, Func<string, bool> isLanguage)
    {
        var codes = r.Map("languages", required: true);
        foreach (var entry in (codes?.Entries ?? []).Where(e => !isLanguage(e.Key.Value)))
            r.Findings.Add("unknown-language", entry.Key.At, $"'{entry.Key.Value}' is not in languages.yaml.", "Add it there, or correct it.");
        return (codes?.Entries ?? []).ToImmutableDictionary(e => e.Key.Value, e => codes!.Text(e.Key.Value), StringComparer.Ordinal);
    }

    private static ImmutableArray<DialAction> Script(string id, MapReader r)
    {
        var node = r.Take("script");
        if (node is not ListNode { Items.Length: > 0 } list)
        {
            r.Findings.Add("vendor-without-script", node?.At ?? r.At, $"Nothing says how '{id}' is led to a language.", "Write 'script: [{ wait: 2s }, { press: \"{account}#\" }, { press: \"{language}\" }]'.");
            return [];
        }
        var actions = ImmutableArray.CreateBuilder<DialAction>();
        foreach (var item in list.Items)
        {
            if (item is MapNode { Entries.Length: 1 } map && Action(new MapReader(map, r.Findings)) is { } action)
                actions.Add(action);
            else if (item is not MapNode { Entries.Length: 1 })
                r.Findings.Add("not-dial-action", item.At, "A line of a script waits or presses.", "Write '{ wait: 2s }' or '{ press: \"{account}#\" }'.");
        }
        return actions.ToImmutable();
    }

    private static DialAction? Action(MapReader r)
    {
        var wait = r.Has("wait") ? r.Duration("wait", TimeSpan.FromSeconds(1)) : (TimeSpan?)null;
        var press = wait is null && r.Has("press") ? r.Text("press") : null;
        r.Take("wait");
        r.Take("press");
        r.Done();
        if (wait is { } time && (time < TimeSpan.FromSeconds(1) || time > LongestWait))
            r.Findings.Add("wait-too-long", r.PlaceOf("wait"), "A script waits 1 to 60 seconds at a time.", "Write 'wait: 2s'.");
        if (press is { Length: > 0 } && DialAction.LooksSecret(press))
            r.Findings.Add("secret-in-file", r.PlaceOf("press"), "These digits look like an account or a PIN, which everybody who sees this file could use.", "Put them into the configuration and write their name: press: \"{account}#\".", Severity.Warning);
        else if (press is { Length: > 0 } && !DialAction.IsPress(press))
            r.Findings.Add("not-press", r.PlaceOf("press"), $"'{press}' cannot be pressed.", "Write keys 0-9, * and #, and names in braces: \"{account}#\".");
        return wait is null && press is null ? null : new DialAction(wait, press);
    }
}
