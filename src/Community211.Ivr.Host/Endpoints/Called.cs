using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Host.Endpoints;

/// <summary>The leg to a caller who is called back: greeting, key, room. When we fail it ends without a word: anyone may be listening.</summary>
internal sealed class Called : IVoiceWebhook
{
    public Route Route => Route.Called;

    public ImmutableArray<Directive> Answer(FlowSet flows, CallState state, CallEvent happened, DateTimeOffset now)
    {
        var asked = (CalledLegAsked)happened;
        return Replies.Called(flows, state, asked.Dial, asked.Called, now);
    }

    public ImmutableArray<Directive> Failed(FlowSet flows, CallEvent happened, string dialled, DateTimeOffset now) => [new HangUp()];
}
