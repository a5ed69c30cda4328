using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host.Publishing;

/// <summary>
/// What is live when the service starts: what the store says is published, whatever the folder holds. Only an empty store takes the
/// folder, as its first publication.
/// </summary>
internal sealed partial class FlowStart(IStore store, FlowSets flows, FlowGate gate, Settings settings, TimeProvider clock, ILogger<FlowStart> log)
{
    private const string Publish = "dotnet run --project src/Community211.Ivr.Host -- publish";

    /// <exception cref="ConfigurationProblem">Nothing is published yet and the folder cannot go live, or nothing that was can be read.</exception>
    public async Task Begin(CancellationToken stop)
    {
        var published = await store.LivePublication(stop) ?? await First(stop);
        if (!await UseNewest(published, stop))
        {
            throw new ConfigurationProblem(
                $"Publication {published.Number}, flow revision {published.Revision}, cannot be read by this version of the program, nor any before it. "
                + "Start the version that published it, or restore a backup of the database.");
        }
        CompareFolder();
    }

    private async Task<Publication> First(CancellationToken stop)
    {
        var files = Folder();
        var verdict = gate.Judge(files);
        if (verdict.Set is not { } set)
            throw new ConfigurationProblem($"The flow in {settings.FlowFolder} has errors and cannot go live:" + string.Concat(verdict.Findings.Select(f => $"\n  {f}")));
        var write = new PublicationWrite(set.Revision, files, clock.GetUtcNow(), "first start", "", null);
        // Another node may have been first; then its publication counts.
        return (await store.Publish(write, 0, stop)).Live!;
    }

    /// <summary>Uses the live publication; where this version of the program cannot read it, the newest that it can.</summary>
    private async Task<bool> UseNewest(Publication published, CancellationToken stop)
    {
        foreach (var publication in (await store.Publications(int.MaxValue, stop)).DistinctBy(p => p.Revision))
        {
            if (await flows.Find(publication.Revision, stop) is not { } set)
                continue;
            flows.Use(set, publication);
            if (publication.Number != published.Number)
                LogOlder(log, published.Number, published.Revision, publication.Number, publication.Revision);
            return true;
        }
        return false;
    }

    private void CompareFolder()
    {
        try
        {
            var files = Folder();
            var revision = FlowFolder.Revision(files);
            if (revision == flows.Live.Revision)
                return;
            var verdict = gate.Judge(files);
            if (verdict.Findings.FirstOrDefault(f => f.Severity == Severity.Error) is { } error)
                LogBroken(log, settings.FlowFolder, flows.Live.Revision, $"{error}");
            else
                LogDiffers(log, settings.FlowFolder, revision, flows.Live.Revision, Publish);
        }
        catch (ConfigurationProblem problem)
        {
            LogBroken(log, settings.FlowFolder, flows.Live.Revision, problem.Message);
        }
    }

    private ImmutableDictionary<string, string> Folder()
    {
        if (!Directory.Exists(settings.FlowFolder))
            throw new ConfigurationProblem($"Flows:Folder is '{settings.FlowFolder}', which does not exist. Allowed: the folder with the flow files, for instance ivr-flows.");
        try
        {
            return FlowFolder.Read(settings.FlowFolder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationProblem($"Flows:Folder is '{settings.FlowFolder}', which cannot be read: {problem.Message} Allowed: a folder that the service's user may read.");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The folder {Folder} holds flow revision {Revision}; {Live} is live. Publish it with: {Command}")]
    private static partial void LogDiffers(ILogger log, string folder, string revision, string live, string command);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The folder {Folder} could not go live; revision {Live} is, and stays. {Why}")]
    private static partial void LogBroken(ILogger log, string folder, string live, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Publication {Number}, flow revision {Revision}, cannot be read by this version of the program. Publication {Used}, revision {UsedRevision}, is used instead.")]
    private static partial void LogOlder(ILogger log, int number, string revision, int used, string usedRevision);
}
