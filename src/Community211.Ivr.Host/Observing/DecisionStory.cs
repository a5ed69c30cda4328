using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Host.Observing;

/// <summary>A decision of the matching rule as those read it who ask about it, and what it comes to when it is made again. Nothing private.</summary>
/// <param name="Id">Its number.</param>
/// <param name="At">When.</param>
/// <param name="Revision">The flow revision whose queues.yaml it followed.</param>
/// <param name="Order">Who waited, in the order in which they are served, as far as it was looked at.</param>
/// <param name="Behind">How many waited behind them.</param>
/// <param name="Free">Agents who were free.</param>
/// <param name="Offers">What was decided and why.</param>
/// <param name="Again">Made again: by its own revision, and by the live one where that is another.</param>
public sealed record DecisionStory(
    long Id, DateTimeOffset At, string Revision, ImmutableArray<DecidedCaller> Order, int Behind, ImmutableArray<DecidedAgent> Free, ImmutableArray<DecidedOffer> Offers, ImmutableArray<DecidedAgain> Again)
{
    internal static async Task<DecisionStory> Tell(long id, Decision decision, IFlowSets flows, CancellationToken stop)
    {
        var own = await flows.Get(decision.Revision, stop);
        var kept = own.Revision == decision.Revision;
        var probes = kept ? decision.Again(own.Queues).Probes : [];
        return new DecisionStory(
            id, decision.At, decision.Revision,
            [.. decision.Floor.Entries.Select((e, i) => new DecidedCaller(i + 1, e.Call, e.Priority, e.Region, e.Language, e.AtHead, Seconds(decision.At - e.ArrivedAt), Outcome(e, decision, probes)))],
            decision.Behind,
            [
                .. decision.Floor.Agents.Where(a => a.Phase == AgentPhase.Available && !(a.NotBefore > decision.At)).OrderBy(a => a.Id, StringComparer.Ordinal)
                    .Select(a => new DecidedAgent(a.Id, a.Region, a.Languages, a.CrisisTrained, Seconds(decision.At - a.IdleSince))),
            ],
            [.. decision.Offers.Select(o => new DecidedOffer(o.Call, o.To, [.. o.ToReasons().Select(CallWords.Sentence)]))],
            [
                kept ? DecidedAgain.By(decision, own.Revision, own.Queues) : new DecidedAgain(decision.Revision, null, ["This revision is not kept any more."]),
                .. flows.Live is { } live && live.Revision != decision.Revision ? [DecidedAgain.By(decision, live.Revision, live.Queues)] : (DecidedAgain[])[],
            ]);
    }

    private static string Outcome(QueueEntry entry, Decision decision, ImmutableArray<string> probes)
    {
        var to = decision.Offers.Where(o => o.Call == entry.Call).Select(o => o.To).ToList();
        return to.Count > 0 ? $"offered to {string.Join(" and ", to)}"
            : !entry.Offers.IsEmpty ? $"being offered to {string.Join(" and ", entry.Offers.Select(o => o.To))} already"
            : probes.Contains(entry.Call) ? "may be gone: the carrier is asked first"
            : "nobody free may answer yet";
    }

    private static int Seconds(TimeSpan time) => Math.Max(0, (int)time.TotalSeconds);
}

/// <summary>A caller who waited.</summary>
/// <param name="Place">1 for who is served first.</param>
/// <param name="Call">CallSid.</param>
/// <param name="Priority">general, urgent, crisis.</param>
/// <param name="Region">Id; null while unknown.</param>
/// <param name="Language">Id; null while unknown.</param>
/// <param name="AtHead">First again, having lost an agent.</param>
/// <param name="Waited">Seconds in line.</param>
/// <param name="Outcome">What came of it, in words.</param>
public sealed record DecidedCaller(int Place, string Call, Priority Priority, string? Region, string? Language, bool AtHead, int Waited, string Outcome);

/// <summary>An agent who was free.</summary>
/// <param name="Id">Agent id.</param>
/// <param name="Region">Of which region.</param>
/// <param name="Languages">Worked in, best first.</param>
/// <param name="Crisis">Trained for crisis calls.</param>
/// <param name="Idle">Seconds without a call.</param>
public sealed record DecidedAgent(string Id, string Region, ImmutableArray<string> Languages, bool Crisis, int Idle);

/// <summary>An offer.</summary>
/// <param name="Call">CallSid.</param>
/// <param name="To">Agent id, or a contact's name.</param>
/// <param name="Why">Why they, and why not others who were free, in sentences.</param>
public sealed record DecidedOffer(string Call, string To, ImmutableArray<string> Why);

/// <summary>The decision made again.</summary>
/// <param name="Revision">By which revision's rules.</param>
/// <param name="Same">Whether the offers are the same; null when it cannot be made again.</param>
/// <param name="Differences">What is different, in sentences.</param>
public sealed record DecidedAgain(string Revision, bool? Same, ImmutableArray<string> Differences)
{
    internal static DecidedAgain By(Decision decision, string revision, MatchRules rules)
    {
        var differences = decision.Differences(rules);
        return new DecidedAgain(revision, differences.IsEmpty, [.. differences.Select(d => $"{d.Call} was offered to {Names(d.Then)}, and would be to {Names(d.Again)}.")]);
    }

    private static string Names(ImmutableArray<string> names) => names.IsEmpty ? "nobody" : string.Join(" and ", names);
}
