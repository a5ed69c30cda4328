using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Host.Recordings;

namespace Community211.Ivr.Host.Commands;

/// <summary><c>replay</c>: recorded calls again, in process or over the wire.</summary>
internal static class ReplayCommand
{
    public static Command Make(Option<string?> config, TextWriter output)
    {
        var calls = new Argument<string>("CALLS") { Description = "A recording, or a folder of recordings." };
        var to = new Option<string?>("--to") { Description = "Sends the callers' webhooks to this running service, signed by the trunk, as new calls." };
        var json = new Option<bool>("--json") { Description = "Machine-readable." };
        var command = new Command("replay", "Recorded calls again. Exit code 0 when all give what was recorded.") { calls, to, json };
        command.SetAction(async (parsed, stop) =>
        {
            var settings = ConfigurationFile.Read(parsed.GetValue(config)).Settings;
            var files = FilesOf(parsed.GetValue(calls)!);
            var (set, _) = FlowSets.Read(settings.FlowFolder);
            var replayer = new Replayer(set, settings.Rules);
            using var wire = parsed.GetValue(to) is { } url ? new WireReplay(settings, BaseOf(url)) : null;
            var results = ImmutableArray.CreateBuilder<ReplayReport>();
            foreach (var file in files)
            {
                var recording = Read(file);
                var differences = wire is null ? await replayer.Run(recording, stop) : await wire.Run(recording, stop);
                results.Add(new ReplayReport(Path.GetFileName(file), recording.Note, recording.Webhooks.Length, differences, recording.NotReplayable is null));
                if (!parsed.GetValue(json))
                    await Print(output, results[^1]);
            }
            var failed = results.Count(r => !r.Differences.IsEmpty);
            await output.WriteLineAsync(parsed.GetValue(json)
                ? JsonSerializer.Serialize(results, ConsoleJson.Lean)
                : Summary(results.Count - failed, results.Count, results.Count(r => !r.Replayed)));
            return failed == 0 ? CommandLine.Yes : CommandLine.No;
        });
        return command;
    }

    private static string Summary(int same, int all, int not) =>
        $"{same} of {all} calls as recorded{(not == 0 ? "" : $", {not} not to be replayed")}.";

    private static string BaseOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https"
        ? url.TrimEnd('/')
        : throw new BadArgument($"--to '{url}' is no address of a service. Write it as in Twilio:PublicBaseUrl, for instance http://127.0.0.1:5211.");

    /// <summary>A file, or those of a folder.</summary>
    /// <exception cref="BadArgument">There is none.</exception>
    internal static ImmutableArray<string> FilesOf(string path)
    {
        ImmutableArray<string> files = Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal)]
            : File.Exists(path) ? [path] : throw new BadArgument($"There is no file or folder {path}.");
        return files.IsEmpty ? throw new BadArgument($"The folder {path} holds no recording (*.json). 'show CALL --save FILE' makes one.") : files;
    }

    /// <summary>A recording from its file.</summary>
    /// <exception cref="BadArgument">It is none, or cannot be read.</exception>
    internal static Recording Read(string file)
    {
        try
        {
            return RecordingFile.Read(File.ReadAllText(file));
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException or FormatException)
        {
            throw new BadArgument($"{file} is no recording: {problem.Message}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BadArgument($"{file} cannot be read: {problem.Message}");
        }
    }

    private static async Task Print(TextWriter output, ReplayReport report)
    {
        await output.WriteLineAsync($"{(report.Differences.IsEmpty ? "ok       " : report.Replayed ? "DIFFERS  " : "CANNOT   ")}{report.File}  {report.Note}");
        foreach (var difference in report.Differences)
            await output.WriteLineAsync($"  {difference}");
    }
}

/// <summary>What a replay came to.</summary>
internal sealed record ReplayReport(string File, string Note, int Webhooks, ImmutableArray<string> Differences, bool Replayed);
