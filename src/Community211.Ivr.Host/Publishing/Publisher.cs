using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Files;
using Community211.Ivr.Flows;
using Community211.Ivr.Flows.Files;

namespace Community211.Ivr.Host.Publishing;

/// <summary>Checks, stores and makes live; or says why not.</summary>
internal sealed class Publisher(IStore store, FlowGate gate, FlowSwitch live, FlowMetrics metrics, TimeProvider clock)
{
    /// <summary>Publishes files that pass the gate. Those that do not are kept as the last refusal.</summary>
    public async Task<PublishAnswer> Publish(ImmutableDictionary<string, string> files, PublishOrder order, CancellationToken stop)
    {
        var verdict = gate.Judge(files);
        return verdict.Set is { } set
            ? await GoLive(new PublicationWrite(set.Revision, files, clock.GetUtcNow(), order.Who!, order.Note ?? "", order.Git), order.Expected, stop)
            : await Refuse(order.Who!, order.Note, FlowFolder.Revision(files), verdict.Findings, stop);
    }

    /// <summary>
    /// Makes a revision that was published once live again. It passed the gate then, and going back must not fail for rules that came
    /// later: only what this version of the program cannot read is refused.
    /// </summary>
    /// <returns>Null when the revision is not kept.</returns>
    public async Task<PublishAnswer?> TakeBack(string revision, BackOrder order, CancellationToken stop)
    {
        if (await store.LoadRevision(revision, stop) is not { } files)
            return null;
        var findings = new Findings();
        return FlowLoader.Load(files, findings) is null
            ? await Refuse(order.Who!, order.Note, revision, findings.Sorted(), stop)
            : await GoLive(new PublicationWrite(revision, files, clock.GetUtcNow(), order.Who!, order.Note ?? "", null), order.Expected, stop);
    }

    private async Task<PublishAnswer> Refuse(string who, string? note, string revision, ImmutableArray<Finding> findings, CancellationToken stop)
    {
        var refusal = new Refusal(clock.GetUtcNow(), who, note ?? "", revision, CallJson.Write(findings));
        await store.SaveRefusal(refusal, stop);
        metrics.Refused(refusal);
        return new WasRefused(revision, findings);
    }

    private async Task<PublishAnswer> GoLive(PublicationWrite write, int? expected, CancellationToken stop)
    {
        var before = await store.LivePublication(stop);
        if (before?.Revision == write.Revision)
            return new NowLive(before);
        var result = await store.Publish(write, expected ?? before?.Number ?? 0, stop);
        if (!result.Published)
            return new WasChanged(result.Live, await Between(expected ?? before?.Number ?? 0, result.Live, stop));
        metrics.Published();
        await Switch(stop);
        return new NowLive(result.Live!);
    }

    /// <summary>What changed between the publication that was expected and the live one.</summary>
    private async Task<ImmutableArray<string>> Between(int expected, Publication? now, CancellationToken stop)
    {
        var then = (await store.Publications(int.MaxValue, stop)).FirstOrDefault(p => p.Number == expected);
        if (then is null || now is null || await Read(then.Revision, stop) is not { } old || await Read(now.Revision, stop) is not { } young)
            return [];
        return [.. RevisionChanges.Between(old.Set, young.Set).WithFiles(old.Files, young.Files).Lines()];
    }

    private async Task<RevisionFiles?> Read(string revision, CancellationToken stop) =>
        await store.LoadRevision(revision, stop) is { } files ? RevisionFiles.Of(files) : null;

    [SuppressMessage("Design", "CA1031", Justification = "It is published already; the worker makes it live here two seconds later.")]
    private async Task Switch(CancellationToken stop)
    {
        try
        {
            await live.Look(stop);
        }
        catch (Exception)
        {
            // The worker looks again, and logs what it meets.
        }
    }
}
