using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Host.Endpoints;

/// <summary>What a caller on hold hears, without a word of the carrier's own music.</summary>
internal sealed class Hold : IVoiceWebhook
{
    public Route Route => Route.Hold;

    public ImmutableArray<Directive> Answer(FlowSet flows, CallState state, CallEvent happened, DateTimeOffset now) => Replies.OnHold(flows, state);

    public ImmutableArray<Directive> Unknown(FlowSet flows) => [new Silence(15)];

    /// <summary>The caller is in a room, where nothing can be dialled: silence, and it is asked again.</summary>
    public ImmutableArray<Directive> Failed(FlowSet flows, CallEvent happened, string dialled, DateTimeOffset now) => [new Silence(5), new GoTo(new Target(Route.Hold))];
}
