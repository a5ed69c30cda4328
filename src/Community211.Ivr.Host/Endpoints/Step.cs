using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Host.Endpoints;

/// <summary>Keys, speech or silence before the line.</summary>
internal sealed class Step : IVoiceWebhook
{
    public Route Route => Route.Step;

    public ImmutableArray<Directive> Answer(FlowSet flows, CallState state, CallEvent happened, DateTimeOffset now) =>
        Replies.Document(flows, state, now);
}
