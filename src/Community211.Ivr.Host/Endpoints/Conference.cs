using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Host.Endpoints;

/// <summary>Events of a room. A notification: nobody listens to the answer.</summary>
internal sealed class Conference : IVoiceWebhook
{
    public Route Route => Route.Conference;

    public ImmutableArray<Directive> Answer(FlowSet flows, CallState state, CallEvent happened, DateTimeOffset now) => [new Nothing()];

    public ImmutableArray<Directive> Unknown(FlowSet flows) => [new Nothing()];

    public ImmutableArray<Directive> Failed(FlowSet flows, CallEvent happened, string dialled, DateTimeOffset now) => [];
}
