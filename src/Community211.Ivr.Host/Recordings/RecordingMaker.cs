using System.Collections.Immutable;
using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Carrier;
using Microsoft.Extensions.Options;

namespace Community211.Ivr.Host.Recordings;

/// <summary>Makes a recording of a call in the store. What was private is made fictional, what was this installation's is left out.</summary>
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
        ImmutableArray<(StoredFact Fact, CallEvent Event)> happened = [.. facts.Select(f => (f, CallJson.ReadEvent(f.Event, f.Private)))];
        // What agents note afterwards, perhaps the next day, changes nothing that a replay could compare.
        var until = happened.LastOrDefault(h => h.Event is not (WrappedUp or RiskOpened or RiskClosed)).Fact?.At ?? clock.GetUtcNow();
        var floor = FloorHistory.Of(sid, await store.AgentFacts(state.StartedAt, until, stop));
        var recording = new Recording
        {
            Gone = GoneOf(happened),
            CallSid = sid,
            Revision = state.Revision,
            PublicBaseUrl = twilio.Value.PublicBaseUrl,
            Verdict = VerdictOf(state, set.Places.Pool.Id),
            Until = until,
            Ids = new RecordedIds(
                [.. happened.Select(h => h.Event).OfType<OfferMade>().Select(o => o.Offer)],
                [.. happened.Select(h => h.Event is OfferAccepted accepted ? accepted.Random : (h.Event as LegAsked)?.Random).OfType<string>()]),
            Floor = floor.ByOthers,
            Conditions = RecordedConditions.Of(happened),
            Webhooks = [.. happened.Where(h => h.Event.Private?.Raw is not null).Select(h => Webhook(h.Fact, h.Event.Private!.Raw!))],
            Outside = [.. happened.Where(h => h.Event is CommandAnswered).Select(h => Request(h.Fact, (CommandAnswered)h.Event))],
            Acted = [.. happened.Where(h => h.Event is OfferMade or ProbeWanted or TimerFired).Select(h => h.Fact.At).Concat(floor.Rested).Distinct().Order()],
            Swept = [.. happened.Where(h => h.Event is Swept).Select(h => Finding(h.Fact, (Swept)h.Event))],
            Desk = happened.Select(h => RecordedDeskWord.Of(h.Fact, h.Event)).OfType<RecordedDeskWord>().ToImmutableArray() is { IsEmpty: false } desk ? desk : null,
            Moves = MovesOf(happened, set.Places.Pool.Id, f => CallHistory.Fold(sid, set, rules, f)),
        };
        return NeutralPlace.In(FictionalNumbers.In(recording, set.Places));
    }

    /// <summary>Every webhook has an answer; one whose request is not there any more was forgotten.</summary>
    private static string? GoneOf(ImmutableArray<(StoredFact Fact, CallEvent Event)> happened)
    {
        var webhooks = happened.Where(h => h.Fact.Reply is not null).ToList();
        var gone = webhooks.Count(w => w.Event.Private?.Raw is null);
        return gone == 0
            ? null
            : $"The requests of {gone} of {webhooks.Count} webhooks are gone, because the private data of this call was forgotten. It cannot be replayed.";
    }

    private static CallVerdict VerdictOf(CallState state, string pool) => new(
        state.Flow.Language, state.Flow.Region, state.Flow.RegionSource, QueueOf(state, pool), Word(state.Flow.Priority),
        state.AnsweredBy, state.EndedBy is { } by ? Word(by) : null, state.Flow.Path);

    private static string? QueueOf(CallState state, string pool) => state.Flow.ArrivedAt is null ? null : state.Flow.Region ?? pool;

    private static RecordedWebhook Webhook(StoredFact fact, RawRequest raw) => new(
        fact.At, raw.Method, raw.Target, raw.Headers.ToImmutableSortedDictionary(StringComparer.OrdinalIgnoreCase), FormText.Read(raw.Body), fact.Reply ?? "");

    private static RecordedRequest Request(StoredFact fact, CommandAnswered answered) => new(fact.At, answered.Request, answered.Reply);

    private static RecordedFinding Finding(StoredFact fact, Swept swept) => new(fact.At, swept.Difference, swept.QueueSid);

    private static ImmutableArray<RecordedMove> MovesOf(
        ImmutableArray<(StoredFact Fact, CallEvent Event)> happened, string pool, Func<ImmutableArray<StoredFact>, CallState?> fold)
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
