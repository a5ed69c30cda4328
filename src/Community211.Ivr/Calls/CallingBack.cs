using System.Globalization;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Flows;
using Community211.Ivr.Flows.Steps;
using Community211.Ivr.Queues;
using Community211.Ivr.Queues.Figures;

namespace Community211.Ivr.Calls;

/// <content>Callers who are called back: the place is kept, the agent comes first, and then the caller is rung. Rules: docs/callbacks.md.</content>
internal sealed partial class CallUnit
{
    private const int MostDials = 3;
    private static readonly TimeSpan BeforeLookup = TimeSpan.FromSeconds(2);

    private CallbackRules Calling => Flows.Queues.Callbacks;

    /// <summary>The carrier dials from numbers of the account only: without another, from the one that the caller dialled.</summary>
    private string ShownNumber => Calling.From ?? State.To;

    /// <summary>Asks the carrier about the leg that the caller is on.</summary>
    public void LookUp(string what, string? queue) => Ask(new LookUpCall(State.Sid, queue, State.CallerLeg), what);

    /// <summary>The caller's leg is over: we hung up after a goodbye, or they did.</summary>
    public void LegOver() => LegOver(State.Phase == CallerPhase.Flow && FlowRunner.View(Here).Ends ? EndedBy.Service : EndedBy.Caller);

    /// <summary>The caller's leg is over. Who asked to be called back, and talked with nobody since, is in line without one.</summary>
    public void LegOver(EndedBy by)
    {
        NoteThatTheyMet();
        if (State is { Phase: not CallerPhase.Ended, AnsweredBy: null, CallerLeg: null, Callback: null, Flow: { CallbackAt: { } at, Callback: { Stage: CallbackStage.Booked } wish } }
            && State.Flow.Priority != Priority.Crisis && Flows.Flow.Steps.GetValueOrDefault(wish.Line) is QueueStep)
            Owe(at, wish.Line);
        else
            End(by);
    }

    /// <summary>The agent is in the room: the caller is rung.</summary>
    private void RingCaller(Connection connection)
    {
        if (State.Callback is not { Dial: null } callback)
            return;
        State = State with { Callback = callback with { Attempts = callback.Attempts + 1, Dial = $"d-{connection.Offer}", DialledAt = Now, Told = null } };
        SendDial();
        At(Now + CallRules.CallerRing + CallRules.GreetingTime, new TimerFired(TimerKind.Called, State.Callback.Dial, null));
        Because([Reason.Of("caller-rung", ("attempt", Count(State.Callback.Attempts)))]);
    }

    /// <summary>The carrier's word on the dial; a leg that was not wanted any more is hung up.</summary>
    public void CallerDialled(string dial, CarrierReply reply)
    {
        if (State.Callback is not { } callback || callback.Dial != dial)
        {
            if (reply is { Outcome: CarrierOutcome.Done, Sid: { } late } && late != State.CallerLeg)
                HangUp(late);
        }
        else if (reply.Outcome == CarrierOutcome.Done)
        {
            if (callback.Leg is not null && callback.Leg != reply.Sid)
                HangUp(reply.Sid);
            State = State with { Callback = callback with { Leg = callback.Leg ?? reply.Sid } };
        }
        else if (callback.Leg is null && reply.Outcome == CarrierOutcome.Refused)
        {
            NotReached("refused");
        }
        else if (callback.Leg is null)
        {
            At(Now + BeforeLookup, new TimerFired(TimerKind.FindCaller, dial, null));
        }
    }

    public void FindCaller(string dial)
    {
        if (State.Callback is { Leg: null, DialledAt: { } since } callback && callback.Dial == dial)
            Ask(new FindCaller(State.Sid, dial, ShownNumber, since), $"find-{dial}-{callback.Dials}");
    }

    public void CallerFound(string dial, CarrierReply reply)
    {
        if (State.Callback is not { Leg: null } callback || callback.Dial != dial)
            return;
        if (reply.Outcome == CarrierOutcome.Done)
            State = State with { Callback = callback with { Leg = reply.Sid } };
        else if (!reply.NotFound)
            At(Now + BeforeLookup, new TimerFired(TimerKind.FindCaller, dial, null));
        else if (callback.Dials < MostDials)
            SendDial();
        else
            NotReached("refused");
    }

    /// <summary>Whether a status is about a leg of the caller's, which is then dealt with.</summary>
    public bool CalledLegIs(string dial, string leg, string status)
    {
        if (State.CallerLeg == leg)
        {
            if (CallerStatus.IsOver(status) && State.Phase != CallerPhase.Ended)
                LegOver();
            return true;
        }
        if (State is not { Callback: { } callback, Connection: not null } || callback.Dial != dial)
            return false;
        if (callback.Leg is { } known && known != leg)
            return true;
        State = State with { Callback = callback with { Leg = leg } };
        if (CallerStatus.IsOver(status))
            NotReached(status, legEnds: true);
        return true;
    }

    /// <summary>The person said that it is them: from now on the call is like any other, on that leg.</summary>
    public void Reached(string leg)
    {
        DropDial();
        Drop(TimerFired.Key(State.Sid, TimerKind.Expiry));
        State = State with
        {
            Callback = null,
            CallbackOutcome = CallbackOutcome.Kept,
            CallerLeg = leg,
            Turn = State.Turn + 1,
            Connection = State.Connection! with { CallerCame = true },
        };
        Because([Reason.Of("caller-reached")]);
        Alone();
    }

    /// <summary>The caller is not there: the agent is told and free, and the next attempt comes later.</summary>
    /// <param name="why">The carrier's word, or who answered.</param>
    /// <param name="legEnds">The leg is over, or listening to what ends it: it need not be hung up.</param>
    public void NotReached(string why, bool legEnds = false)
    {
        if (State is not { Callback: { } callback, Connection: { } connection })
            return;
        if (legEnds)
            State = State with { Callback = callback with { Leg = null, Told = why == "nobody" && State.Flow.Callback is { Message: true } ? callback.Dial : null } };
        EndConnection(lost: false, word: "not-reached");
        if (Agent(connection.To) is { Phase: AgentPhase.Available } agent)
            SetAgent(agent with { NotBefore = Now + CallRules.Breather });
        var next = Now + Calling.PauseAfter(callback.Attempts);
        State = State with { Phase = CallerPhase.Waiting, Callback = State.Callback! with { NotBefore = next }, AtHead = false, Tried = [] };
        Because([Reason.Of("caller-not-reached", ("why", why), ("attempt", Count(callback.Attempts)))]);
        if (callback.Attempts >= Calling.Attempts || next >= callback.BookedAt + Calling.Expires)
            GiveUp(CallbackOutcome.NotReached);
    }

    /// <summary>Nobody is called any more.</summary>
    public void GiveUp(CallbackOutcome outcome)
    {
        State = State with { CallbackOutcome = outcome };
        Because([Reason.Of("callback-over", ("outcome", outcome.ToString()))]);
        End(EndedBy.Service);
    }

    private void Owe(DateTimeOffset at, string line)
    {
        CloseAllOffers(OfferEnd.CallerGone);
        EndConnection(lost: false);
        foreach (var kind in Enum.GetValues<TimerKind>())
            Drop(TimerFired.Key(State.Sid, kind));
        State = State with
        {
            Phase = CallerPhase.Waiting,
            Turn = State.Turn + 1,
            Callback = new Callback(at),
            Flow = State.Flow with { Step = "", Line = new LineState(line, Told: true) },
            QueueSid = null,
            ProbedAt = null,
            Foreseen = null,
            AtHead = false,
            Tried = [],
        };
        At(at + Calling.Expires, new TimerFired(TimerKind.Expiry, null, null));
        Because([Reason.Of("callback-owed")]);
    }

    private void SendDial()
    {
        var callback = State.Callback!;
        State = State with { Callback = callback with { Dials = callback.Dials + 1 } };
        Ask(new DialCaller(State.Sid, callback.Dial!, ShownNumber, (int)CallRules.CallerRing.TotalSeconds), $"dial-{callback.Dial}-{callback.Dials}", first: true);
    }

    /// <summary>The agent is gone, or the attempt is over: whoever is being rung is not any more.</summary>
    private void StopRinging()
    {
        if (State.Callback is not { Dial: not null } callback)
            return;
        HangUp(callback.Leg);
        DropDial();
        State = State with { Callback = callback with { Dial = null, DialledAt = null, Dials = 0, Leg = null } };
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void DropDial()
    {
        foreach (var kind in (ReadOnlySpan<TimerKind>)[TimerKind.Called, TimerKind.FindCaller])
            Drop(TimerFired.Key(State.Sid, kind, State.Callback?.Dial));
    }
}
