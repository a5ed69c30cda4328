using Community211.Ivr.Files;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Host.Publishing;

namespace Community211.Ivr.Host.Doctor;

/// <summary>Whether the flow folder may go live, and whether it is what is live.</summary>
internal sealed class FlowFolderCheck : IInstallationCheck
{
    private const string Check = "See each with its place and remedy: dotnet run --project src/Community211.Ivr.Host -- check";

    public string Subject => "Flow folder";

    public IReadOnlyList<string> Keys => ["Flows:Folder", "Flows:ExampleShare"];

    public Task<IReadOnlyList<Diagnosis>> Look(Installation installation, CancellationToken stop) => Task.FromResult<IReadOnlyList<Diagnosis>>([Found(installation)]);

    private Diagnosis Found(Installation installation)
    {
        var folder = installation.Settings.FlowFolder;
        // What is published stays live whatever becomes of the folder; only the first start needs it.
        var outcome = installation.Store.Live is null ? Outcome.Fail : Outcome.Warn;
        var until = outcome == Outcome.Fail ? "The first start needs it." : "What is live stays live.";
        if (!Directory.Exists(folder))
            return new Diagnosis(outcome, Subject, $"{folder} is not there", $"Set Flows:Folder to the folder with the flow files. {until}");
        var files = FlowFolder.Read(folder);
        var verdict = new FlowGate(installation.Settings, installation.Clock).Judge(files);
        var errors = verdict.Findings.Count(f => f.Severity == Severity.Error);
        var warnings = verdict.Findings.Length - errors;
        var (name, revision) = (installation.Short(folder), FlowFolder.Revision(files));
        if (verdict.Set is null)
        {
            var first = verdict.Findings.FirstOrDefault(f => f.Severity == Severity.Error);
            return new Diagnosis(outcome, Subject, $"{name}, revision {revision}: {Counted.Of(errors, "error")}{(first is null ? "" : $", the first: {first.File}:{first.Line}: {first.Sentence}")}", $"{until} {Check}");
        }
        var said = $"{name}, revision {revision}{(warnings == 0 ? ", no findings" : $", {Counted.Of(warnings, "warning")}")}";
        return installation.Store.Live is { } live && live.Revision != revision
            ? Diagnosis.Warn(Subject, $"{said}; live is revision {live.Revision}", "Publish the folder if callers shall hear it: dotnet run --project src/Community211.Ivr.Host -- publish")
            : Diagnosis.Ok(Subject, said);
    }
}
