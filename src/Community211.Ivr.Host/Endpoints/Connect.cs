using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Host.Endpoints;

/// <summary>The caller was taken out of the queue for an agent.</summary>
internal sealed class Connect : IVoiceWebhook
{
    public Route Route => Route.Connect;

    public ImmutableArray<Directive> Answer(FlowSet flows, CallState state, CallEvent happened, DateTimeOffset now) =>
        Replies.Document(flows, state, now);
}
