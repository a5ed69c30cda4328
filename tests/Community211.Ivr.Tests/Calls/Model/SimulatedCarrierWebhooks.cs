using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;

namespace Community211.Ivr.Tests.Calls.Model;

/// <content>What it tells the service.</content>
internal sealed partial class SimulatedCarrier
{
    /// <summary>Room events go where the first who came said.</summary>
    private void RoomEvent(Leg leg, string kind)
    {
        var room = leg.Room!.Room;
        var first = Legs.Where(l => l.Room?.Room == room).OrderBy(l => RoomOrder(l, room)).First();
        if (first.Room!.Events is { } events)
            Outbox.Add(new Message(leg.Call, new RoomChanged(events.Epoch, kind, leg.Sid, room, ++_last), null, 0, Now));
    }

    private readonly List<(string Room, Leg Leg)> _joined = [];

    private int RoomOrder(Leg leg, string room) => _joined.IndexOf((room, leg)) is >= 0 and var at ? at : Join(room, leg);

    private int Join(string room, Leg leg)
    {
        _joined.Add((room, leg));
        return _joined.Count - 1;
    }

    private void Tell(Leg leg, string status)
    {
        CallEvent what = leg.IsCaller ? new CallerStatus(status, leg.Statuses++) : new LegStatus(leg.Offer!, leg.Sid, status, leg.Statuses++);
        Outbox.Add(new Message(leg.Call, what, null, 0, Now));
    }

    private void Ask(Leg leg, Target target, string digits = "", string? result = null, string? dial = null)
    {
        CallEvent what = target.Route switch
        {
            Route.Step => new CallerAnswered(target.Answer!.Value, InLine: false),
            Route.Wait when target.Answer is { } turn => new CallerAnswered(turn, InLine: true),
            Route.Wait => new PageAsked(target.Page, QueueOf(leg)),
            Route.QueueResult => new LineLeft(target.Page, result!),
            Route.Connect => new ConnectAsked(target.Epoch),
            Route.Resume => new ResumeAsked(target.Epoch, target.At, dial),
            Route.Called => new CalledLegAsked(target.Offer!, leg.Sid, target.At),
            Route.Agent => new LegAsked(target.Offer!, leg.Sid, target.At),
            _ => throw new ArgumentOutOfRangeException(nameof(target), target.Route.ToString()),
        };
        if (what.OfCaller && (target.Call is null) != leg.IsCaller)
            throw new ModelException($"{leg} asks {target} without saying whose it is.");
        what = what with { OnLeg = what.OfCaller && !leg.IsCaller ? leg.Sid : null, Private = digits.Length > 0 ? new PrivatePart(Digits: digits) : null };
        Outbox.Add(new Message(leg.Call, what, leg, ++leg.Generation, Now));
    }
}
