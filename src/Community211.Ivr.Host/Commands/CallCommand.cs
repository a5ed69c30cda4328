using System.CommandLine;
using System.Text.Json;
using Community211.Ivr.Carrier;
using Community211.Ivr.Flows;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Places;

namespace Community211.Ivr.Host.Commands;

/// <summary><c>call</c>: places a call through the running trunk and shows the conversation as it happens, then what it came to and why.</summary>
internal static class CallCommand
{
    public static Command Make(Option<string?> config, TimeProvider clock, TextWriter output)
    {
        var from = new Option<string?>("--from") { Description = "The caller's number, for instance +14165550123, or 'anonymous'." };
        var named = new Option<string?>("--as") { Description = "A named caller in the place of --from and a script: silent, relay-operator, jail-phone and others. Exit code 0 when what is expected of the call came true." };
        var people = new Option<bool>("--people") { Description = "Lists the named callers, who they are and what is expected; no call." };
        var to = new Option<string>("--to") { Description = "211, or a number of places.yaml.", DefaultValueFactory = _ => "211" };
        var press = new Option<string?>("--press") { Description = "Keys in order, each when the service listens: \"2,wait:3s,1\"." };
        var say = new Option<string[]>("--say") { Description = "Words to say when the service listens for speech, after the keys. May stand several times.", DefaultValueFactory = _ => [] };
        var hangUpAfter = new Option<string?>("--hang-up-after") { Description = "The caller hangs up after this time: 20s." };
        var fast = new Option<bool>("--fast") { Description = "Outside queues, skips speech, pauses, ringing and talk." };
        var json = new Option<bool>("--json") { Description = "One object instead of the conversation." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would happen, and why, by the files of Flows:Folder; without a service." };
        var at = new Option<string?>("--at") { Description = "With --dry-run: when, in the province's time: \"2026-11-24 22:00\". Default: now." };
        var open = new Option<string[]>("--open") { Description = "With --dry-run: a calendar that staff have open. May stand several times.", DefaultValueFactory = _ => [] };
        var callbacks = new Option<bool>("--callbacks") { Description = "With --dry-run: as if people could be called back." };
        var command = new Command("call", "Places a call through the running trunk. Exit code 0 when the caller reached a person or ended the call.") { from, named, people, to, press, say, hangUpAfter, fast, json, dryRun, at, open, callbacks };
        command.SetAction(async (parsed, stop) =>
        {
            var settings = ConfigurationFile.Read(parsed.GetValue(config)).Settings;
            if (parsed.GetValue(people))
            {
                Simulated(settings);
                await NamedCallers.List(settings, output, parsed.GetValue(json), stop);
                return CommandLine.Yes;
            }
            var asWhom = parsed.GetValue(named);
            CheckCaller(
                asWhom,
                parsed.GetValue(from),
                more: parsed.GetResult(from) is not null || parsed.GetResult(to) is { Implicit: false } || parsed.GetValue(press) is not null
                    || parsed.GetValue(say) is { Length: > 0 } || parsed.GetValue(hangUpAfter) is not null || parsed.GetValue(dryRun));
            if (parsed.GetValue(dryRun))
            {
                var does = DryRun.Read(parsed.GetValue(press), parsed.GetValue(say) ?? []);
                if (parsed.GetValue(hangUpAfter) is not null || parsed.GetValue(fast))
                    throw new BadArgument("--hang-up-after and --fast belong to a call through the trunk; a dry run takes no time.");
                var dry = new DryRun(FlowSets.Read(settings.FlowFolder).Set, output);
                var conditions = new Conditions([.. parsed.GetValue(open) ?? []], parsed.GetValue(callbacks));
                return await dry.Run(parsed.GetValue(from)!, parsed.GetValue(to)!, parsed.GetValue(at), does, conditions, clock.GetUtcNow(), parsed.GetValue(json))
                    ? CommandLine.Yes
                    : CommandLine.No;
            }
            if (parsed.GetValue(at) is not null || parsed.GetValue(open) is { Length: > 0 } || parsed.GetValue(callbacks))
                throw new BadArgument("--at, --open and --callbacks belong to --dry-run: a call through the trunk happens now.");
            Simulated(settings);
            var request = asWhom is not null ? new Dictionary<string, object?> { ["as"] = asWhom, ["fast"] = parsed.GetValue(fast) } : new Dictionary<string, object?>
            {
                ["from"] = parsed.GetValue(from),
                ["to"] = parsed.GetValue(to),
                ["script"] = PressScript.Read(parsed.GetValue(press), parsed.GetValue(say) ?? []),
                ["hangUpAfter"] = parsed.GetValue(hangUpAfter) is { } after ? PressScript.Seconds(after, "--hang-up-after") : null,
                ["fast"] = parsed.GetValue(fast),
            };
            using var admin = new AdminClient(settings);
            var view = new ConversationView(parsed.GetValue(json) ? TextWriter.Null : output);
            await Place(settings, request, view, stop);
            var story = view.CallSid is null ? null : await Story(admin, view.CallSid, clock, stop);
            if (parsed.GetValue(json))
                await output.WriteLineAsync(JsonSerializer.Serialize(view.Report(story), ConsoleJson.Whole));
            else
                await Print(output, story, view.Expected);
            if (view.Expected is { } expected)
                return NamedCallers.IsMet(expected) ? CommandLine.Yes : CommandLine.No;
            return story is { AnsweredBy: not null } || view.EndedBy == "caller" ? CommandLine.Yes : CommandLine.No;
        });
        return command;
    }

    /// <summary>A named caller and nothing more of a caller, or a number.</summary>
    private static void CheckCaller(string? asWhom, string? from, bool more)
    {
        if (asWhom is not null && more)
            throw new BadArgument("--as brings the caller's number and script along: leave out --from, --to, --press, --say, --hang-up-after and --dry-run.");
        if (asWhom is not null)
            return;
        if (from is null)
            throw new BadArgument("Who calls? Give --from, for instance --from +14165550123, or one of the named callers by --as; --people lists them.");
        if (!CallerNumber.IsTelephone(from))
            throw new BadArgument($"--from '{from}' is no caller. Allowed: a number in E.164, for instance +14165550123, or what carriers write where it is withheld: {CallerNumber.WithheldWords}.");
    }

    private static void Simulated(Settings settings)
    {
        if (settings.Mode != CarrierMode.Simulated)
            throw new BadArgument("Carrier:Mode is Twilio: there is no trunk to call through. With a real carrier, dial the number.");
    }

    private static async Task Place(Settings settings, Dictionary<string, object?> request, ConversationView view, CancellationToken stop)
    {
        using var trunk = new HttpClient { BaseAddress = settings.Trunk.Listen, Timeout = Timeout.InfiniteTimeSpan };
        using var message = new HttpRequestMessage(HttpMethod.Post, "sim/calls") { Content = JsonContent.Create(request) };
        using var answer = await trunk.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stop);
        if (!answer.IsSuccessStatusCode)
            throw new BadArgument(await Problem(answer, stop));
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(stop));
        while (await reader.ReadLineAsync(stop) is { } line)
        {
            if (line.Length > 0)
                view.Show(JsonSerializer.Deserialize<JsonElement>(line));
        }
    }

    private static async Task<string> Problem(HttpResponseMessage answer, CancellationToken stop)
    {
        var text = await answer.Content.ReadAsStringAsync(stop);
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text).GetProperty("error").GetString() ?? text;
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return $"The trunk answered {(int)answer.StatusCode}: {text}";
        }
    }

    /// <summary>The service's side of the call; its last webhook may be under way still.</summary>
    private static async Task<CallStory?> Story(AdminClient admin, string sid, TimeProvider clock, CancellationToken stop)
    {
        var until = clock.GetUtcNow() + TimeSpan.FromSeconds(3);
        while (true)
        {
            var story = await admin.Get<CallStory>($"admin/calls/{sid}", stop);
            if (story is { EndedBy: not null } || clock.GetUtcNow() > until)
                return story;
            await Task.Delay(TimeSpan.FromMilliseconds(50), clock, stop);
        }
    }

    private static async Task Print(TextWriter output, CallStory? story, JsonElement? expected)
    {
        await output.WriteLineAsync();
        if (story is null)
            await output.WriteLineAsync("The service does not know this call.");
        foreach (var line in (story is null ? [] : Verdict.Lines(story)).Concat(expected is { } told ? NamedCallers.Lines(told) : []))
            await output.WriteLineAsync(line);
    }
}
