using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Community211.Ivr.Flows;
using Community211.Ivr.Flows.Differences;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host.Commands;

/// <summary><c>diff</c>: what is different between two flows, and which calls would go elsewhere.</summary>
internal static class DiffCommand
{
    public static Command Make(Option<string?> config, TimeProvider clock, TextWriter output)
    {
        var old = new Argument<string>("OLD") { Description = "The flow that the calls ran on: a flow folder, or a revision that the running service keeps (the beginning of its name, or 'live')." };
        var young = new Argument<string>("NEW") { Description = "The flow that they are carried to." };
        var calls = new Argument<string?>("CALLS") { Description = "A recording, a folder of recordings, a file of requests (.forms, .har), or 'store': the calls of the running service.", Arity = ArgumentArity.ZeroOrOne };
        var examples = new Option<int>("--examples") { Description = "How many calls are named for each kind of difference.", DefaultValueFactory = _ => 5 };
        var at = new Option<string?>("--at") { Description = "When the calls of a .forms file were, where it does not say: \"2026-11-24 10:00\". Default: now." };
        var json = new Option<bool>("--json") { Description = "Machine-readable." };
        var command = new Command("diff", "What is different between two flows, and which calls would go elsewhere. Exit code 0 when none would and none is undetermined.") { old, young, calls, examples, at, json };
        command.SetAction(async (parsed, stop) =>
        {
            var settings = ConfigurationFile.Read(parsed.GetValue(config)).Settings;
            if (parsed.GetValue(examples) < 0)
                throw new BadArgument("--examples is a number from 0.");
            var before = await DiffSide.Read(parsed.GetValue(old)!, settings, stop);
            var after = await DiffSide.Read(parsed.GetValue(young)!, settings, stop);
            var time = parsed.GetValue(at) is { } text ? LocalTime.Read(text, "--at", before.Set.Places.Zone) : clock.GetUtcNow();
            var source = parsed.GetValue(calls) is { } from ? CallSource.Of(from, settings, before.Set.Places.PlanArea, time) : null;
            var report = source is null ? null : await DiffRun.Run(new CallComparer(before.Set, after.Set), source.Calls, parsed.GetValue(examples), stop);
            var document = DiffDocument.Of(before, after, report, source?.Problems ?? []);
            if (parsed.GetValue(json))
                await output.WriteLineAsync(JsonSerializer.Serialize(document, ConsoleJson.Whole));
            foreach (var line in parsed.GetValue(json) ? [] : DiffText.Lines(document))
                await output.WriteLineAsync(line);
            return document.NothingGoesElsewhere ? CommandLine.Yes : CommandLine.No;
        });
        return command;
    }
}

/// <summary>All that <c>diff</c> tells.</summary>
/// <param name="Before">The first flow.</param>
/// <param name="After">The second.</param>
/// <param name="Changes">What is different.</param>
/// <param name="Steps">What is different about each step that is in both.</param>
/// <param name="Calls">What comes of calls; null when there were none to compare.</param>
/// <param name="Problems">What could not be read of the calls.</param>
internal sealed record DiffDocument(
    string Before, string After, ImmutableArray<string> Changes, ImmutableArray<StepDifference> Steps, DifferenceReport? Calls,
    ImmutableArray<Recordings.Import.ImportProblem> Problems)
{
    public bool NothingGoesElsewhere =>
        Problems.IsEmpty && (Calls is null || (Calls is { Elsewhere: 0, Undetermined: 0 } && (Calls.Calls == 0 || Calls.NotComparable < Calls.Calls)));

    public static DiffDocument Of(DiffSide before, DiffSide after, DifferenceReport? calls, ImmutableArray<Recordings.Import.ImportProblem> problems)
    {
        var changes = RevisionChanges.Between(before.Set, after.Set).WithFiles(before.Files, after.Files);
        var steps = changes.Changed.Select(id => new StepDifference(id, [.. StepChanges.Between(before.Set.Flow.Steps[id], after.Set.Flow.Steps[id])]));
        return new DiffDocument(before.Name, after.Name, [.. changes.Lines()], [.. steps.Where(s => !s.What.IsEmpty)], calls, problems);
    }
}

/// <summary>What is different about a step, besides its prompts.</summary>
internal sealed record StepDifference(string Step, ImmutableArray<string> What);
