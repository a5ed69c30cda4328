using System.Threading.Channels;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host.Workers;

/// <summary>Drops decisions that are older than <c>Decisions:KeepDays</c>, a few at a time so that no caller's commit waits for it.</summary>
internal sealed class DecisionWorker(IStore store, Settings settings, IWorkerTurns turns, TimeProvider clock, ILogger<DecisionWorker> log)
    : WakingWorker(Channel.CreateBounded<bool>(1).Reader, turns, clock, log)
{
    private const int AtATime = 500;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    /// <summary>Drops some of those that are too old now; returns when to look again.</summary>
    internal async Task<DateTimeOffset?> Once(CancellationToken stop)
    {
        var dropped = await store.DropDecisions(Clock.GetUtcNow() - settings.KeepDecisions, AtATime, stop);
        return Clock.GetUtcNow() + (dropped == AtATime ? Between : Every);
    }

    protected override Task<DateTimeOffset?> RunOnce(CancellationToken stop) => Once(stop);
}
