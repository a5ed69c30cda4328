using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Files;
using Community211.Ivr.Flows;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Host.Publishing;

namespace Community211.Ivr.Host.Commands;

/// <summary>What <c>publish</c> says, for a terminal or as JSON.</summary>
internal sealed class PublishPrinter(TextWriter output, bool json)
{
    /// <summary>What is about to change; nothing as JSON, where the answer alone is printed.</summary>
    public async Task Changes(ImmutableDictionary<string, string>? before, ImmutableDictionary<string, string> after)
    {
        if (json || before is null || RevisionFiles.Of(before) is not { } old || RevisionFiles.Of(after) is not { } young)
            return;
        if (old.Set.Revision == young.Set.Revision)
            return;
        var lines = RevisionChanges.Between(old.Set, young.Set).WithFiles(before, after).Lines().ToList();
        await output.WriteLineAsync(lines.Count == 0
            ? $"From revision {old.Set.Revision} to {young.Set.Revision}: comments and layout only."
            : $"From revision {old.Set.Revision} to {young.Set.Revision}:");
        await Indented(lines);
    }

    /// <summary>What became of the order.</summary>
    public async Task<int> Told(HttpStatusCode status, JsonElement said, CancellationToken stop)
    {
        if (json)
            await output.WriteLineAsync(JsonSerializer.Serialize(said, ConsoleJson.Lean).AsMemory(), stop);
        else if (status == HttpStatusCode.OK)
            await output.WriteLineAsync($"Live: {Line(CallJson.Read<Publication>(said.GetRawText()))}");
        else
            await Refused(said);
        return status == HttpStatusCode.OK ? CommandLine.Yes : CommandLine.No;
    }

    /// <summary><c>--list</c>.</summary>
    public async Task<int> List(FlowsStory? story, CancellationToken stop)
    {
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(story, ConsoleJson.Whole).AsMemory(), stop);
            return CommandLine.Yes;
        }
        foreach (var publication in story?.Publications ?? [])
            await output.WriteLineAsync($"{(publication == story!.Live ? "live  " : "      ")}{Line(publication)}");
        if (story?.LastRefusal is { } refusal)
        {
            await output.WriteLineAsync($"Last refusal: revision {refusal.Revision}, {Time(refusal.At)}, by {refusal.Who}{Note(refusal.Note)}");
            await Indented(refusal.Findings.Select(f => $"{f}"));
        }
        return CommandLine.Yes;
    }

    private async Task Refused(JsonElement said)
    {
        await output.WriteLineAsync($"Not published. {said.GetProperty("error").GetString()}");
        if (said.TryGetProperty("changed", out var changed) && changed.GetArrayLength() > 0)
        {
            await output.WriteLineAsync("What changed in between:");
            await Indented(changed.EnumerateArray().Select(c => c.GetString()!));
        }
        if (said.TryGetProperty("findings", out var findings))
            await Indented(CallJson.Read<ImmutableArray<Finding>>(findings.GetRawText()).Select(f => $"{f}"));
    }

    private async Task Indented(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            await output.WriteLineAsync($"  {line}");
    }

    private static string Line(Publication p) =>
        $"publication {p.Number}, revision {p.Revision}, since {Time(p.At)}, by {p.Who}{(p.Git is null ? "" : $", git {p.Git}")}{Note(p.Note)}";

    private static string Time(DateTimeOffset at) => $"{at:yyyy-MM-dd HH:mm:ss}Z";

    private static string Note(string note) => note.Length == 0 ? "" : $": {note}";
}
