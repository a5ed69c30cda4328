using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Host.Endpoints;

/// <summary>The caller is still there after a room or a ten-digit line.</summary>
internal sealed class Resume : IVoiceWebhook
{
    public Route Route => Route.Resume;

    public ImmutableArray<Directive> Answer(FlowSet flows, CallState state, CallEvent happened, DateTimeOffset now) =>
        Replies.Document(flows, state, now);
}
