using System.Diagnostics.CodeAnalysis;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Host.Publishing;

/// <summary>Makes live what the store says is published, whichever node published it; then what follows from it.</summary>
internal sealed partial class FlowSwitch(IStore store, FlowSets flows, IEnumerable<IFlowFollower> followers, ILogger<FlowSwitch> log) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private int _unreadable;

    /// <summary>Looks at the store. Calls in progress keep their revision.</summary>
    public async Task Look(CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            if (await store.LivePublication(stop) is { } published && published.Number != flows.Now.Publication?.Number)
                await Switch(published, stop);
            foreach (var follower in followers)
                await Follow(follower, stop);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task Switch(Publication published, CancellationToken stop)
    {
        if (await flows.Find(published.Revision, stop) is { } set)
        {
            flows.Use(set, published);
            LogLive(log, published.Number, published.Revision, published.Who);
        }
        else if (_unreadable != published.Number)
        {
            _unreadable = published.Number;
            LogStays(log, published.Number, published.Revision, flows.Live.Revision);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "What follows is tried again; it never undoes a publication.")]
    private async Task Follow(IFlowFollower follower, CancellationToken stop)
    {
        try
        {
            await follower.Follow(flows.Now, stop);
            _told.RemoveWhere(t => t.StartsWith(follower.GetType().Name, StringComparison.Ordinal));
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            if (_told.Add($"{follower.GetType().Name}: {problem.Message}"))
                LogFollower(log, problem, follower.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Publication {Number} is live: flow revision {Revision}, by {Who}.")]
    private static partial void LogLive(ILogger log, int number, string revision, string who);

    [LoggerMessage(Level = LogLevel.Error, Message = "Publication {Number}, flow revision {Revision}, cannot be used here; revision {Live} stays live.")]
    private static partial void LogStays(ILogger log, int number, string revision, string live);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Follower} could not follow the live flow and tries again every two seconds.")]
    private static partial void LogFollower(ILogger log, Exception problem, string follower);
}
