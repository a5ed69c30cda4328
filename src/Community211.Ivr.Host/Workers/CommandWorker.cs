using System.Diagnostics.CodeAnalysis;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Work;

namespace Community211.Ivr.Host.Workers;

/// <summary>Carries out requests to the carrier; a slow lane holds up no other.</summary>
internal sealed partial class CommandWorker(CommandLanes lanes, CallSignals signals, IWorkerTurns turns, TimeProvider clock, ILogger<CommandWorker> log)
    : WakingWorker(signals.Commands, turns, clock, log)
{
    protected override async Task<DateTimeOffset?> RunOnce(CancellationToken stop)
    {
        foreach (var lane in await lanes.Start(stop))
            _ = Watch(lane);
        return null;
    }

    /// <summary>A lane that is free again may have more to do.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A lane outlives every failure.")]
    private async Task Watch(Task lane)
    {
        try
        {
            await lane;
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception problem)
        {
            LogLane(log, problem);
        }
        signals.WakeCommands();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request to the carrier could not be carried out and is tried again.")]
    private static partial void LogLane(ILogger log, Exception problem);
}
