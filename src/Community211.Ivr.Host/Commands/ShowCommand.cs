using System.CommandLine;
using System.Text.Json;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Host.Recordings;

namespace Community211.Ivr.Host.Commands;

/// <summary><c>show</c>: calls, and one call's story with the reasons of each decision.</summary>
internal static class ShowCommand
{
    public static Command Make(Option<string?> config, TextWriter output)
    {
        var call = new Argument<string?>("CALL") { Description = "CallSid, or 'last'. Without it: the newest calls.", Arity = ArgumentArity.ZeroOrOne };
        var save = new Option<string?>("--save") { Description = "Writes the call as a recording to this file; callers' numbers become fictional." };
        var note = new Option<string>("--note") { Description = "With --save: what the recording shows, in a sentence.", DefaultValueFactory = _ => "" };
        var json = new Option<bool>("--json") { Description = "Machine-readable." };
        var command = new Command("show", "Calls, and one call's story with its reasons.") { call, save, note, json };
        command.SetAction(async (parsed, stop) =>
        {
            var sid = parsed.GetValue(call);
            if (sid?.All(char.IsAsciiLetterOrDigit) == false)
                throw new BadArgument($"'{sid}' is no call. Allowed: a CallSid, or 'last'; 'show' alone lists the newest.");
            using var admin = new AdminClient(ConfigurationFile.Read(parsed.GetValue(config)).Settings);
            if (sid is null && parsed.GetValue(save) is not null)
                throw new BadArgument("--save needs a CALL: its CallSid, or 'last'.");
            if (sid is null)
                return await List(admin, parsed.GetValue(json), output, stop);
            if (sid == "last")
                sid = (await admin.Get<CallSummary[]>("admin/calls?most=1", stop))?.FirstOrDefault()?.Sid;
            if (sid is null)
            {
                await output.WriteLineAsync("No call yet.");
                return CommandLine.No;
            }
            if (parsed.GetValue(save) is { } file)
                return await Save(admin, sid, file, parsed.GetValue(note)!, output, stop);
            return await Tell(admin, sid, parsed.GetValue(json), output, stop);
        });
        return command;
    }

    private static async Task<int> List(AdminClient admin, bool json, TextWriter output, CancellationToken stop)
    {
        var calls = await admin.Get<CallSummary[]>("admin/calls", stop) ?? [];
        if (json)
            await output.WriteLineAsync(JsonSerializer.Serialize(calls, ConsoleJson.Lean));
        else if (calls.Length == 0)
            await output.WriteLineAsync("No call yet.");
        foreach (var call in json ? [] : calls)
            await output.WriteLineAsync($"{call.Sid}  {call.StartedAt:yyyy-MM-dd HH:mm:ss}Z  {call.Summary}");
        return CommandLine.Yes;
    }

    private static async Task<int> Save(AdminClient admin, string sid, string file, string note, TextWriter output, CancellationToken stop)
    {
        if (await admin.Get<Recording>($"admin/calls/{Uri.EscapeDataString(sid)}/recording", stop) is not { } recording)
            return await NotKnown(sid, output);
        try
        {
            await File.WriteAllTextAsync(file, RecordingFile.Write(recording with { Note = note }), stop);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadArgument($"{file} cannot be written: {problem.Message}");
        }
        await output.WriteLineAsync($"Saved {recording.Webhooks.Length} webhooks and {recording.Outside.Length} requests to {file}.");
        if (recording.Gone is { } gone)
            await output.WriteLineAsync(gone);
        return CommandLine.Yes;
    }

    private static async Task<int> Tell(AdminClient admin, string sid, bool json, TextWriter output, CancellationToken stop)
    {
        if (await admin.Get<CallStory>($"admin/calls/{Uri.EscapeDataString(sid)}", stop) is not { } story)
            return await NotKnown(sid, output);
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(story, ConsoleJson.Lean));
            return CommandLine.Yes;
        }
        foreach (var line in Lines(story))
            await output.WriteLineAsync(line);
        return CommandLine.Yes;
    }

    private static IEnumerable<string> Lines(CallStory story)
    {
        yield return $"Call {story.CallSid}, {story.StartedAt:yyyy-MM-dd HH:mm:ss}Z, flow revision {story.Revision}";
        foreach (var fact in story.Facts)
        {
            yield return $"{(fact.At - story.StartedAt).TotalSeconds,8:0.0} s  {fact.What}";
            foreach (var why in fact.Why)
                yield return $"              {why}";
        }
        yield return "";
        foreach (var line in Verdict.Lines(story))
            yield return line;
    }

    private static async Task<int> NotKnown(string sid, TextWriter output)
    {
        await output.WriteLineAsync($"No call {sid} is known. 'show' without a call lists the newest.");
        return CommandLine.No;
    }
}
