using System.Collections.Concurrent;
using System.Collections.Immutable;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Work;

/// <summary>
/// Carries out requests to the carrier: one ordered lane a caller, each request's guard checked again before it is sent. A dial that
/// may have been sent by an earlier process is looked up before it is repeated.
/// </summary>
public sealed class CommandLanes(IStore store, ICarrier carrier, CallHandler calls, TimeProvider clock, ICallWatch? watch = null)
{
    private const int AtATime = 64;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);
    private readonly DateTimeOffset _started = clock.GetUtcNow();
    private readonly ConcurrentDictionary<string, bool> _busy = new(StringComparer.Ordinal);

    /// <summary>Carries out the oldest request of each lane that is not busy; returns whether there was any.</summary>
    public async Task<bool> RunOnce(CancellationToken stop)
    {
        var started = await Start(stop);
        await Task.WhenAll(started);
        return !started.IsEmpty;
    }

    /// <summary>Starts the oldest request of each lane that is not busy, without waiting for the slow ones. Called by one worker only.</summary>
    public async Task<ImmutableArray<Task>> Start(CancellationToken stop)
    {
        // A lane that was busy before the reading may be read with a request that it completes meanwhile.
        var busy = _busy.Keys.ToHashSet(StringComparer.Ordinal);
        var open = await store.OpenCommands(AtATime, stop);
        return [.. open.Where(c => !busy.Contains(c.Call) && _busy.TryAdd(c.Call, true)).Select(c => Run(c, stop))];
    }

    /// <summary>A lane that failed stays busy for a moment, so that it does not fail in a circle.</summary>
    private async Task Run(StoredCommand command, CancellationToken stop)
    {
        try
        {
            await CarryOut(command, stop);
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            await Task.Delay(AfterFailure, clock, stop);
            throw;
        }
        finally
        {
            _busy.TryRemove(command.Call, out _);
        }
    }

    private async Task CarryOut(StoredCommand command, CancellationToken stop)
    {
        var stored = await store.LoadCall(command.Call, stop);
        var reply = stored is not null && IsWanted(command.Request, CallJson.Read<CallState>(stored.Snapshot))
            ? await Send(command, stop)
            : null;
        var answered = new CommandAnswered(command.Request, reply);
        var handled = await calls.Handle(command.Call, answered, completes: new Completes(Command: command.Key), stop: stop);
        if (handled.State is null)
            await store.Commit(new CommitUnit { CommandDone = command.Key }, stop);
    }

    private async Task<CarrierReply> Send(StoredCommand command, CancellationToken stop)
    {
        if (command.Request is DialAgent dial && command.At < _started)
        {
            var found = await Ask(new FindLeg(dial.Call, dial.Number, dial.From, command.At, dial.Offer), stop);
            if (found.Outcome == CarrierOutcome.Done)
                return found;
        }
        if (command.Request is not (DialCaller or FindCaller))
            return await Ask(command.Request, stop);
        // The number comes out of the vault here, and goes nowhere but to the carrier.
        if (await CalledNumber.Of(store, command.Call, stop) is not { } number)
            return new CarrierReply(CarrierOutcome.Refused, Code: "410");
        if (command.Request is FindCaller find)
            return await Ask(find with { Number = number }, stop);
        var called = (DialCaller)command.Request;
        if (command.At < _started)
        {
            var found = await Ask(new FindCaller(called.Call, called.Dial, called.From, command.At) { Number = number }, stop);
            if (found.Outcome == CarrierOutcome.Done)
                return found;
        }
        return await Ask(called with { Number = number }, stop);
    }

    private async Task<CarrierReply> Ask(CarrierRequest request, CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        var reply = await carrier.Send(request, stop);
        watch?.CarrierAnswered(request, reply, clock.GetElapsedTime(began));
        return reply;
    }

    private static bool IsWanted(CarrierRequest request, CallState state) => request switch
    {
        DialAgent dial => state.Offers.Any(o => o.Id == dial.Offer && o.Leg is null && o.Dialled is null),
        FindLeg find => state.Offers.Any(o => o.Id == find.Offer && o.Leg is null && o.Dialled is null),
        Dequeue dequeue => state.Connection is { CallerCame: false } c && c.Epoch == dequeue.Epoch,
        DialCaller dial => state.Callback is { Leg: null } c && c.Dial == dial.Dial,
        FindCaller find => state.Callback is { Leg: null } c && c.Dial == find.Dial,
        RecallLeg { At: not "room" } recall => state.Connection?.Leg != recall.Leg,
        RecallLeg recall => state.Connection is { } c && ((!c.AgentIn && c.Leg == recall.Leg) || (c.Consult is { In: false } called && called.Leg == recall.Leg)),
        HoldCaller hold => state.Connection is { } c && c.Room == hold.Room && c.Held == hold.Held,
        SetExit exit => state.Connection is { Consult.Leaving: true } c && c.Room == exit.Room,
        LookUpRoom room => state.Connection?.Room == room.Room,
        // Both are in the room: whatever the doubt was, it is over, and nobody is torn out of a talk.
        ResumeCaller when state.Connection is { AgentIn: true, CallerIn: true } => false,
        ResumeCaller resume => state.Phase != CallerPhase.Ended && state.IsOn(resume.Leg),
        LookUpCall look => state.Phase != CallerPhase.Ended && state.IsOn(look.Leg),
        _ => true,
    };
}
