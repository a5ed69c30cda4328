using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Tests.Calls.Model;

/// <summary>What each webhook is answered, as the endpoints do.</summary>
internal static class Answers
{
    public static ImmutableArray<Directive> To(CallEvent what, FlowSet set, CallState state, DateTimeOffset now) => what switch
    {
        PageAsked or CallerAnswered { InLine: true } => Replies.WaitPage(set, state, now),
        LineLeft { Failed: true } => Replies.AfterLineFailed(set, state, now),
        LegAsked leg => Replies.Agent(set, state, leg.Offer, leg.Leg, leg.At, "en"),
        HoldPageAsked => Replies.OnHold(set, state),
        LegStatus or CallerStatus or RoomChanged => [new Nothing()],
        _ => Replies.Document(set, state, now),
    };
}
