using System.Collections.Immutable;
using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Carrier;
using Microsoft.Extensions.Options;

namespace Community211.Ivr.Host.Recordings;

/// <summary>Makes a recording of a call in the store. What was private is made fictional.</summary>
public sealed class RecordingMaker(IStore store, IFlowSets flows, CallRules rules, IOptions<TwilioOptions> twilio, TimeProvider clock)
{
    /// <summary>The recording; null if the call is not known.</summary>
    public async Task<Recording?> Make(string sid, CancellationToken stop)
    {
        if (await store.LoadCall(sid, stop) is not { } stored)
            return null;
        var state = CallJson.Read<CallState>(stored.Snapshot);
        var set = await flows.Get(state.Revision, stop);
        var facts = await store.Facts(sid, stop);
        var happened = facts.Select(f => (Fact: f, Event: CallJson.ReadEvent(f.Event, f.Private))).ToImmutableArray();
        var until = facts.IsEmpty ? clock.GetUtcNow() : facts[^1].At;
        var agents = await store.AgentFacts(state.StartedAt, until, stop);
        var recording = new Recording
        {
            CallSid = sid,
            Revision = state.Revision,
            PublicBaseUrl = twilio.Value.PublicBaseUrl,
            Verdict = VerdictOf(state, set.Places.Pool.Id),
            Ids = new RecordedIds(
                [.. happened.Select(h => h.Event).OfType<OfferMade>().Select(o => o.Offer)],
                [.. happened.Select(h => h.Event).OfType<LegAsked>().Where(l => l.Random is not null).Select(l => l.Random!)]),
            Floor = [.. agents.Where(a => a.ByCall != sid || a.At < state.StartedAt).Select(a => new RecordedAgent(a.At, a.State))],
            Webhooks = [.. happened.Where(h => h.Event.Private?.Raw is not null).Select(h => Webhook(h.Fact, h.Event.Private!.Raw!))],
            Outside = [.. happened.Where(h => h.Event is CommandAnswered).Select(h => (CommandAnswered)h.Event is var c ? new RecordedRequest(h.Fact.At, c.Request, c.Reply) : null!)],
            Moves = MovesOf(sid, happened, set.Places.Pool.Id, f => CallHistory.Fold(sid, set, rules, f)),
        };
        return FictionalNumbers.In(recording, set.Places);
    }

    internal static CallVerdict VerdictOf(CallState state, string pool) => new(
        state.Flow.Language, state.Flow.Region, state.Flow.RegionSource, QueueOf(state, pool), Word(state.Flow.Priority),
        state.AnsweredBy, state.EndedBy is { } by ? Word(by) : null, state.Flow.Path);

    private static string? QueueOf(CallState state, string pool) => state.Flow.ArrivedAt is null ? null : state.Flow.Region ?? pool;

    private static RecordedWebhook Webhook(StoredFact fact, RawRequest raw) => new(
        fact.At, raw.Method, raw.Target, raw.Headers, FormText.Read(raw.Body), fact.Reply ?? "");

    private static ImmutableArray<RecordedMove> MovesOf(
        string sid, ImmutableArray<(StoredFact Fact, CallEvent Event)> happened, string pool, Func<ImmutableArray<StoredFact>, CallState?> fold)
    {
        var moves = ImmutableArray.CreateBuilder<RecordedMove>();
        for (var n = 1; n <= happened.Length; n++)
        {
            if (fold([.. happened.Take(n).Select(h => h.Fact)]) is not { } state)
                continue;
            var move = new RecordedMove(Word(state.Phase), QueueOf(state, pool), Word(state.Flow.Priority));
            if (moves.Count == 0 || moves[^1] != move)
                moves.Add(move);
        }
        return moves.ToImmutable();
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
