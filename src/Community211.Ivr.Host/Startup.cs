using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Calls.Work;

namespace Community211.Ivr.Host;

/// <summary>Before anything else: the revision is kept, and the floor is what the files say.</summary>
internal sealed class Startup(IStore store, IFlowSets flows, FlowFiles files, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.SaveRevision(flows.Live.Revision, files.Files, cancellationToken);
        await Floors.SignIn(store, new PlacesSource(flows.Live, clock.GetUtcNow()), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>The files of the live revision.</summary>
/// <param name="Files">Name to text.</param>
internal sealed record FlowFiles(ImmutableDictionary<string, string> Files);
