using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Host.Endpoints;

/// <summary>A document of ours could not be fetched or run; renders the current state again.</summary>
internal sealed class Fallback : IVoiceWebhook
{
    public Route Route => Route.Fallback;

    public ImmutableArray<Directive> Answer(FlowSet flows, CallState state, CallEvent happened, DateTimeOffset now) =>
        Replies.Document(flows, state, now);
}
