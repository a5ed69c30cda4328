using System.Collections.Immutable;
using System.Globalization;
using Community211.Ivr.Files;
using NodaTime;

namespace Community211.Ivr.Places;

/// <summary>Reads <c>places.yaml</c>: the province's pool, the regions, our numbers and the partners' agents.</summary>
public static class PlacesReader
{
    public const string File = "places.yaml";

    /// <summary>What flows call the caller's own region.</summary>
    public const string OwnRegion = "region";

    /// <summary>The pool and the regions; null, with findings, when the file gives none.</summary>
    /// <param name="text">The file.</param>
    /// <param name="isLanguage">Whether a language id is known.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static PlacesFile? Read(string text, Func<string, bool> isLanguage, Findings findings)
    {
        if (YamlSource.Read(File, text, findings) is not { } map)
            return null;
        var root = new MapReader(map, findings);
        root.Number("format", 1, 1, 1);
        var pool = root.Map("pool", required: true);
        var list = root.Map("regions", required: true);
        var area = root.Text("plan-area");
        var zone = ZonesReader.Known(root.Text("zone"), root.PlaceOf("zone"), findings);
        var divisions = ZonesReader.Read(root.Map("zones"));
        root.Done();
        if (pool is null || list is null)
            return null;
        var id = pool.Text("id");
        var all = ImmutableDictionary.CreateBuilder<string, Region>(StringComparer.Ordinal);
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        var province = ReadRegion(id, pool, isPool: true, isLanguage, places);
        places[id] = pool.At;
        foreach (var entry in list.Entries)
        {
            if (list.Map(entry.Key.Value) is not { } fields)
                continue;
            if (!IsName(entry.Key.Value))
                findings.Add("region-name", entry.Key.At, $"'{entry.Key.Value}' cannot name a region.", "Use letters, digits and hyphens; 'region', 'known' and 'unknown' have a meaning of their own.");
            if (ContactKinds.Read(entry.Key.Value) is not null)
                findings.Add("region-is-kind", entry.Key.At, $"'{entry.Key.Value}' is a kind of contact.", "Give the region another name: a queue could not tell them apart.");
            if (entry.Key.Value == id)
                findings.Add("region-is-pool", entry.Key.At, $"'{id}' is the pool's id.", "Give the region another name.");
            all[entry.Key.Value] = ReadRegion(entry.Key.Value, fields, isPool: false, isLanguage, places);
            places[entry.Key.Value] = entry.Key.At;
        }
        var file = new PlacesFile(province, zone ?? DateTimeZone.Utc, area, all.ToImmutable(), divisions);
        PlacesCheck.Run(file, places, findings);
        return file;
    }

    private static Region ReadRegion(string id, MapReader r, bool isPool, Func<string, bool> isLanguage, Dictionary<string, Place> places)
    {
        if (isPool)
            r.Take("id");
        var line = r.Text("line");
        if (line.Length > 0 && !CallerNumber.IsTenDigit(line))
            r.Findings.Add("not-ten-digit", r.PlaceOf("line"), $"'{line}' is no ten-digit number.", "Write it as \"+14165550190\"; N11 codes cannot be dialled.");
        var dialled = r.Texts("dialled");
        foreach (var number in dialled)
            places[PlacesCheck.Dialled(id, number.Value)] = number.At;
        foreach (var number in dialled.Where(n => !CallerNumber.IsTenDigit(n.Value)))
            r.Findings.Add("not-ten-digit", number.At, $"'{number.Value}' is no ten-digit number.", "Write it as \"+14165550100\".");
        var from = isPool ? DateOnly.MinValue : Day(r, "from") ?? DateOnly.MinValue;
        var until = isPool ? null : Day(r, "until");
        var into = isPool ? null : r.OptionalText("into");
        if (until is null != into is null)
            r.Findings.Add("half-taken-over", r.At, $"Region '{id}' names only one of 'until' and 'into'.", "A region that ends says until when, and into which region it went.");
        if (until < from)
            r.Findings.Add("until-before-from", r.PlaceOf("until"), $"'{id}' ends before it begins.", "Correct one of the days.");
        var other = r.OptionalText("other-language");
        if (other is not null && !isLanguage(other))
            r.Findings.Add("unknown-language", r.PlaceOf("other-language"), $"'{other}' is not in languages.yaml.", "Add it there.");
        var region = new Region(
            id, Names(r), isPool ? "" : r.Text("partner"), line, [.. dialled.Select(d => d.Value)],
            other, from, until, until is null ? null : into, isPool ? [] : Agents(r, isLanguage, places))
        {
            Zone = !isPool && r.OptionalText("zone") is { } zone ? ZonesReader.Known(zone, r.PlaceOf("zone"), r.Findings) : null,
            Hours = r.Take("hours") as TextNode,
        };
        r.Done();
        return region;
    }

    private static ImmutableDictionary<string, string> Names(MapReader r)
    {
        var names = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (r.Map("name", required: true) is { } map)
        {
            foreach (var entry in map.Entries)
                names[entry.Key.Value] = map.Text(entry.Key.Value);
        }
        return names.ToImmutable();
    }

    private static ImmutableArray<SeatedAgent> Agents(MapReader r, Func<string, bool> isLanguage, Dictionary<string, Place> places)
    {
        var agents = ImmutableArray.CreateBuilder<SeatedAgent>();
        var node = r.Take("agents");
        if (node is not null and not ListNode)
            r.Findings.Add("not-list", node.At, "'agents' must be a list.", "Write each agent as '- { id: ..., number: \"+1...\", languages: [en] }'.");
        foreach (var item in node is ListNode list ? list.Items : [])
        {
            if (item is not MapNode map)
            {
                r.Findings.Add("not-mapping", item.At, "An agent is a mapping.", "Write '- { id: ..., number: \"+1...\", languages: [en] }'.");
                continue;
            }
            var a = new MapReader(map, r.Findings);
            var number = a.Text("number");
            if (!CallerNumber.IsTenDigit(number))
                r.Findings.Add("not-ten-digit", a.PlaceOf("number"), $"'{number}' is no ten-digit number.", "Write it as \"+14165550170\".");
            var crisis = a.OptionalText("crisis") ?? "no";
            if (crisis is not ("yes" or "no"))
                r.Findings.Add("not-yes-no", a.PlaceOf("crisis"), "'crisis' is yes or no.", "Write 'crisis: yes' for agents trained for crisis calls.");
            var languages = a.Texts("languages");
            if (languages.IsEmpty)
                a.Findings.Add("unknown-language", a.At, "The agent has no language.", "Write 'languages: [en]'.");
            var little = a.Texts("little-of");
            foreach (var language in languages.Concat(little).Where(l => !isLanguage(l.Value)))
                a.Findings.Add("unknown-language", language.At, $"'{language.Value}' is not in languages.yaml.", "Add it there, or correct it.");
            var id = a.Text("id");
            places[PlacesCheck.Agent(id)] = a.PlaceOf("id");
            places[number] = a.PlaceOf("number");
            agents.Add(new SeatedAgent(id, number, [.. languages.Select(l => l.Value)], crisis == "yes")
            {
                LittleOf = [.. little.Select(l => l.Value)],
                Knows = [.. a.Texts("knows").Select(k => k.Value)],
            });
            a.Done();
        }
        return agents.ToImmutable();
    }

    private static bool IsName(string id) =>
        id is not ("" or OwnRegion or "known" or "unknown") && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static DateOnly? Day(MapReader r, string name)
    {
        var text = r.OptionalText(name);
        if (text is null)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        r.Findings.Add("not-day", r.PlaceOf(name), $"'{text}' is no day.", $"Write '{name}: 2027-04-01'.");
        return null;
    }
}
