using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Host.Endpoints;

/// <summary>What a caller in line hears. A wait page cannot dial: when we fail it plays on for a while, then leaves the line, whose result dials.</summary>
internal sealed class Wait : IVoiceWebhook
{
    public Route Route => Route.Wait;

    public ImmutableArray<Directive> Answer(FlowSet flows, CallState state, CallEvent happened, DateTimeOffset now) =>
        Replies.WaitPage(flows, state, now);

    public ImmutableArray<Directive> Failed(FlowSet flows, CallEvent happened, string dialled, DateTimeOffset now) =>
        happened is PageAsked { Again: true }
            ? [new LeaveLine()]
            :
            [
                new Speak(flows.Phrases.Say(Phrases.StillInLine, null, flows.Flow.Languages)),
                new Silence(5),
                new GoTo(new Target(Route.Wait, At: "again")),
            ];
}
