using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Host.Endpoints;

/// <summary>The caller is no longer in the carrier's queue.</summary>
internal sealed class QueueResult : IVoiceWebhook
{
    public Route Route => Route.QueueResult;

    public ImmutableArray<Directive> Answer(FlowSet flows, CallState state, CallEvent happened, DateTimeOffset now) =>
        happened is LineLeft { Failed: true } ? Replies.AfterLineFailed(flows, state, now) : Replies.Document(flows, state, now);
}
