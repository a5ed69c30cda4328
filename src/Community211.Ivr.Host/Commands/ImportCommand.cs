using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Host.Recordings;
using Community211.Ivr.Host.Recordings.Import;

namespace Community211.Ivr.Host.Commands;

/// <summary><c>import</c>: requests that a proxy, a log or a browser kept become recordings, one a caller.</summary>
internal static class ImportCommand
{
    public static Command Make(Option<string?> config, TimeProvider clock, TextWriter output)
    {
        var file = new Argument<string>("FILE") { Description = "Form bodies, one a line (a time, the method and a URL or path may stand before), or an HTTP archive named .har." };
        var save = new Option<string>("--save") { Description = "The folder for the recordings, CallSid.json each. Made if there is none.", Required = true };
        var at = new Option<string?>("--at") { Description = "When the calls were, where the file does not say: \"2026-11-24 10:00\". Default: now." };
        var force = new Option<bool>("--force") { Description = "Overwrites recordings that are there." };
        var json = new Option<bool>("--json") { Description = "Machine-readable." };
        var command = new Command("import", "Requests of callers become recordings; callers' numbers become fictional. Exit code 1 when something could not be read.") { file, save, at, force, json };
        command.SetAction(async (parsed, stop) =>
        {
            var settings = ConfigurationFile.Read(parsed.GetValue(config)).Settings;
            var (set, _) = FlowSets.Read(settings.FlowFolder);
            var (path, folder) = (parsed.GetValue(file)!, parsed.GetValue(save)!);
            if (!File.Exists(path))
                throw new BadArgument($"There is no file {path}.");
            var time = parsed.GetValue(at) is { } text ? LocalTime.Read(text, "--at", set.Places.Zone) : clock.GetUtcNow();
            var imported = ImportFile.Read(path);
            var saved = 0;
            foreach (var call in ToSave(imported, folder, parsed.GetValue(force)))
            {
                var recording = NeutralPlace.In(FictionalNumbers.In(call.ToRecording(Path.GetFileName(path), time), set.Places));
                await Write(PathOf(folder, call), RecordingFile.Write(recording), stop);
                saved++;
            }
            var report = new ImportReport(saved, imported.NoWebhooks, imported.OtherLegs, [.. imported.Problems]);
            await Print(output, report, path, folder, parsed.GetValue(json));
            return report.Problems.IsEmpty ? CommandLine.Yes : CommandLine.No;
        });
        return command;
    }

    private static string PathOf(string folder, ImportedCall call) => Path.Combine(folder, $"{call.Sid}.json");

    /// <summary>All calls, or none: nothing is written while something would be overwritten.</summary>
    private static List<ImportedCall> ToSave(ImportedCalls imported, string folder, bool force)
    {
        var calls = imported.Calls.ToList();
        var there = force ? [] : calls.Where(c => File.Exists(PathOf(folder, c))).ToList();
        if (there.Count > 0)
            throw new BadArgument($"{there.Count} of {calls.Count} recordings are in {folder} already, {there[0].Sid}.json for one. Nothing was written; --force overwrites them.");
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadArgument($"The folder {folder} cannot be used: {problem.Message}");
        }
        return calls;
    }

    private static async Task Write(string file, string text, CancellationToken stop)
    {
        try
        {
            await File.WriteAllTextAsync(file, text, stop);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BadArgument($"{file} cannot be written: {problem.Message}");
        }
    }

    private static async Task Print(TextWriter output, ImportReport report, string path, string folder, bool json)
    {
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(report, ConsoleJson.Whole));
            return;
        }
        foreach (var problem in report.Problems)
            await output.WriteLineAsync($"{path}({problem.Line}): {problem.Why}");
        await output.WriteLineAsync($"Calls saved to {folder}: {report.Saved}");
        if (report.NoWebhooks > 0)
            await output.WriteLineAsync($"No webhooks, left out: {report.NoWebhooks}");
        if (report.OtherLegs > 0)
            await output.WriteLineAsync($"About legs to agents, without whose call, left out: {report.OtherLegs}");
        if (!report.Problems.IsEmpty)
            await output.WriteLineAsync($"Could not be read, see above: {report.Problems.Length}");
    }
}

/// <summary>What an import came to.</summary>
internal sealed record ImportReport(int Saved, int NoWebhooks, int OtherLegs, ImmutableArray<ImportProblem> Problems);
