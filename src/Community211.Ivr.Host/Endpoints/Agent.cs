using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Host.Endpoints;

/// <summary>The leg of an agent or a contact: whisper, key, room.</summary>
internal sealed class Agent : IVoiceWebhook
{
    public Route Route => Route.Agent;

    public ImmutableArray<Directive> Answer(FlowSet flows, CallState state, CallEvent happened, DateTimeOffset now)
    {
        var asked = (LegAsked)happened;
        var who = state.Connection?.Offer == asked.Offer ? state.Connection.To : state.Offers.FirstOrDefault(o => o.Id == asked.Offer)?.To;
        return Replies.Agent(flows, state, asked.Offer, asked.Leg, asked.At, LanguageOf(flows, who));
    }

    public ImmutableArray<Directive> Failed(FlowSet flows, CallEvent happened, string dialled, DateTimeOffset now) => [new HangUp()];

    private static string LanguageOf(FlowSet flows, string? agent) =>
        flows.Places.Regions.Values.SelectMany(r => r.Agents).FirstOrDefault(a => a.Id == agent)?.Languages.FirstOrDefault(flows.Flow.Languages.Contains)
        ?? flows.Flow.Languages[0];
}
