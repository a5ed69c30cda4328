using System.Collections.Immutable;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Tests.Calls.Model;

/// <summary>
/// The carrier's own truth: legs, one queue a region, rooms. It runs the documents that it is given and puts webhooks into
/// <see cref="Outbox"/>; when and whether they arrive is the world's matter.
/// </summary>
internal sealed partial class SimulatedCarrier(TimeProvider clock, Action<string> told) : ICarrier
{
    private int _last;

    public List<Leg> Legs { get; } = [];

    public List<Message> Outbox { get; } = [];

    public List<InFlight> Requests { get; } = [];

    private DateTimeOffset Now => clock.GetUtcNow();

    public Task<CarrierReply> Send(CarrierRequest request, CancellationToken stop)
    {
        var sent = new InFlight(request);
        Requests.Add(sent);
        told($"    sent {request}");
        return sent.Answer;
    }

    public Task<CarrierView?> View(CancellationToken stop)
    {
        var live = Legs.Where(l => !l.IsOver).ToList();
        var view = new CarrierView(
            live.ToImmutableDictionary(l => l.Sid, l => new CarrierCall(l.Sid, Status(l), l.IsCaller, l.IsCaller ? l.Number : Ours, l.IsCaller ? Ours : l.Number, l.Made)),
            [.. live.Where(l => l.Place == LegPlace.Queue).Select(l => new CarrierMember(l.Sid, QueueOf(l), l.Line!.Queue, l.Made))],
            live.Where(l => l.Place == LegPlace.Room).GroupBy(l => l.Room!.Room).ToImmutableDictionary(g => g.Key, g => g.Select(l => l.Sid).ToImmutableArray()));
        return Task.FromResult<CarrierView?>(view);
    }

    /// <summary>Our number on every dial.</summary>
    public const string Ours = "+14165550100";

    public Leg Arrive(string to, string from)
    {
        var leg = new Leg($"CA{++_last}", $"CA{_last}", from, null, Now);
        Legs.Add(leg);
        Outbox.Add(new Message(leg.Sid, new CallArrived(to) { Private = new PrivatePart(From: from) }, leg, 0, Now));
        return leg;
    }

    /// <summary>Carries a request out; <paramref name="effect"/> false: it was lost on the way.</summary>
    public CarrierReply CarryOut(CarrierRequest request, bool effect)
    {
        if (!effect)
            return new CarrierReply(CarrierOutcome.Unknown);
        switch (request)
        {
            case DialAgent dial:
                var made = new Leg($"LEG{++_last}", dial.Call, dial.Number, dial.Offer, Now);
                Legs.Add(made);
                Tell(made, "initiated");
                return new CarrierReply(CarrierOutcome.Done, made.Sid, "queued");
            case FindLeg find:
                var found = Legs.FindLast(l => !l.IsCaller && l.Number == find.Number && l.Made >= find.Since.AddSeconds(-5));
                return found is null ? Refused : new CarrierReply(CarrierOutcome.Done, found.Sid, Status(found));
            case Dequeue dequeue:
                if (Find(dequeue.Call) is not { Place: LegPlace.Queue } member || QueueOf(member) != dequeue.QueueSid)
                    return Refused;
                Leave(member, "redirected");
                Ask(member, new Target(Route.Connect, Epoch: dequeue.Epoch));
                return new CarrierReply(CarrierOutcome.Done, member.Sid);
            case HangUpLeg hangUp:
                if (Find(hangUp.Leg) is not { IsOver: false } leg)
                    return Refused;
                End(leg, leg.Place is LegPlace.Dialled or LegPlace.Ringing ? "canceled" : "completed");
                return new CarrierReply(CarrierOutcome.Done, leg.Sid);
            case RecallLeg recall:
                if (Find(recall.Leg) is not { IsOver: false } recalled || recalled.Place is LegPlace.Dialled or LegPlace.Ringing)
                    return Refused;
                Leave(recalled, "redirected");
                Ask(recalled, new Target(Route.Agent, At: "room", Call: recall.Call, Offer: recall.Offer));
                return new CarrierReply(CarrierOutcome.Done, recalled.Sid);
            case ResumeCaller resume:
                if (Find(resume.Call) is not { IsOver: false } caller)
                    return Refused;
                Leave(caller, "redirected");
                Ask(caller, new Target(Route.Resume));
                return new CarrierReply(CarrierOutcome.Done, caller.Sid);
            case HoldCaller hold:
                if (Find(hold.Call) is not { Place: LegPlace.Room } inRoom || inRoom.Room!.Room != hold.Room)
                    return Refused;
                inRoom.Held = hold.Held;
                return new CarrierReply(CarrierOutcome.Done, inRoom.Sid);
            case SetExit exit:
                if (Find(exit.Leg) is not { Place: LegPlace.Room } participant || participant.Room!.Room != exit.Room)
                    return Refused;
                participant.Room = participant.Room with { EndsOnExit = exit.Ends };
                return new CarrierReply(CarrierOutcome.Done, participant.Sid);
            case LookUpCall look:
                var looked = Find(look.Call)!;
                return new CarrierReply(
                    CarrierOutcome.Done, looked.Sid, Status(looked),
                    look.QueueSid is null ? null : looked.Place == LegPlace.Queue && QueueOf(looked) == look.QueueSid);
            case LookUpRoom room:
                return new CarrierReply(CarrierOutcome.Done, Legs: [.. Legs.Where(l => l.Place == LegPlace.Room && l.Room!.Room == room.Room).Select(l => l.Sid)]);
            default:
                throw new ArgumentOutOfRangeException(nameof(request));
        }
    }

    public static CarrierReply Refused => new(CarrierOutcome.Refused, Code: "404.20404");

    /// <summary>A leg got the document that it waited for.</summary>
    public void Run(Leg leg, ImmutableArray<Directive> document)
    {
        leg.Document = document;
        leg.Position = 0;
        Continue(leg);
    }

    /// <summary>What the other end does after ringing.</summary>
    public void Answer(Leg leg)
    {
        leg.Place = LegPlace.Document;
        leg.Deadline = null;
        Tell(leg, "in-progress");
        Ask(leg, new Target(Route.Agent, Call: leg.Call, Offer: leg.Offer));
    }

    public void Ring(Leg leg)
    {
        leg.Place = LegPlace.Ringing;
        leg.Deadline = Now.AddSeconds(20);
        Tell(leg, "ringing");
    }

    /// <summary>A key, or silence until the end of patience.</summary>
    public void Press(Leg leg, string digits)
    {
        var listening = leg.Listening!;
        leg.Listening = null;
        leg.Deadline = null;
        if (digits.Length > 0)
            Ask(leg, listening.Then, digits);
        else
            Continue(leg);
    }

    /// <summary>The leg's time for what it does is over.</summary>
    public void Due(Leg leg)
    {
        leg.Deadline = null;
        if (leg.Place == LegPlace.Ringing)
            End(leg, "no-answer");
        else if (leg.Place == LegPlace.Line)
            LineOver(leg, "no-answer");
        else if (leg.Listening is not null)
            Press(leg, "");
        else
            Continue(leg);
    }

    public void LineOver(Leg leg, string dial)
    {
        leg.Place = LegPlace.Document;
        leg.Deadline = null;
        Ask(leg, leg.Outside!.After!, dial: dial);
    }

    /// <summary>We did not answer: what carriers do then.</summary>
    public void Failed(Message message)
    {
        var leg = message.Leg!;
        if (!leg.IsCaller || message.What is FallbackAsked)
            End(leg, "completed");
        else if (leg.Place == LegPlace.Queue)
            LeaveByItself(leg, "error");
        else
            Outbox.Add(new Message(leg.Call, new FallbackAsked(null, "11200"), leg, ++leg.Generation, Now));
    }

    public void End(Leg leg, string status)
    {
        if (leg.IsOver)
            return;
        told($"    {leg} ends: {status}");
        Leave(leg, "hangup");
        leg.Place = LegPlace.Over;
        Tell(leg, status);
    }

    public static string QueueOf(Leg leg) => $"QU-{leg.Line!.Queue}";

    private Leg? Find(string sid) => Legs.Find(l => l.Sid == sid);

    private static string Status(Leg leg) => leg.Place switch
    {
        LegPlace.Dialled => "queued",
        LegPlace.Ringing => "ringing",
        LegPlace.Over => "completed",
        _ => "in-progress",
    };

    private void Continue(Leg leg)
    {
        while (leg.Position < leg.Document.Length)
        {
            switch (leg.Document[leg.Position++])
            {
                case Silence silence:
                    leg.Deadline = Now.AddSeconds(silence.Seconds);
                    return;
                case Listen listen:
                    leg.Listening = listen;
                    leg.Deadline = Now.AddSeconds(listen.Parts.Sum(p => p.Text.Split(' ').Length) / 2.5 + listen.Patience);
                    return;
                case GoTo go:
                    Ask(leg, go.Target);
                    return;
                case EnterLine enter:
                    leg.Place = LegPlace.Queue;
                    leg.Line = enter;
                    Ask(leg, enter.Wait);
                    return;
                case LeaveLine:
                    LeaveByItself(leg, "leave");
                    return;
                case JoinRoom join:
                    leg.Place = LegPlace.Room;
                    leg.Held = false;
                    leg.Room = join;
                    RoomEvent(leg, "participant-join");
                    return;
                case DialLine dial:
                    leg.Place = LegPlace.Line;
                    leg.Outside = dial;
                    leg.Deadline = Now.AddSeconds(dial.RingSeconds);
                    return;
                case HangUp:
                    End(leg, "completed");
                    return;
            }
        }
        throw new ModelException($"The document of {leg} ran out, which hangs up.");
    }

    private void LeaveByItself(Leg leg, string result)
    {
        var line = leg.Line!;
        leg.Generation++;
        leg.Place = LegPlace.Document;
        leg.Listening = null;
        leg.Deadline = null;
        Ask(leg, line.Result, result: result);
    }

    /// <summary>Torn out of wherever it is: of a queue, the action is told all the same; of a room, the others leave as well.</summary>
    private void Leave(Leg leg, string result)
    {
        var place = leg.Place;
        leg.Generation++;
        leg.Place = LegPlace.Document;
        leg.Listening = null;
        leg.Deadline = null;
        if (place == LegPlace.Queue)
            Outbox.Add(new Message(leg.Call, new LineLeft(leg.Line!.Result.Page, result), null, 0, Now));
        if (place != LegPlace.Room)
            return;
        var room = leg.Room!;
        var others = Legs.Where(l => l.Place == LegPlace.Room && l.Room!.Room == room.Room).ToList();
        RoomEvent(leg, "participant-leave");
        foreach (var other in room.EndsOnExit ? others : [])
        {
            other.Place = LegPlace.Document;
            RoomEvent(other, "participant-leave");
            Ask(other, other.Room!.After, dial: "completed");
        }
    }
}
