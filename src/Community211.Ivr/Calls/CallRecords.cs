using Community211.Ivr.Places;
using Community211.Ivr.Queues.Figures;

namespace Community211.Ivr.Calls;

/// <summary>Calls as the figures see them.</summary>
public static class CallRecords
{
    /// <param name="state">Live or over.</param>
    /// <param name="places">Says which region an agent is of.</param>
    public static CallRecord Of(CallState state, PlacesModel places)
    {
        var first = state.Talks.FirstOrDefault();
        return new CallRecord
        {
            Call = state.Sid,
            At = state.StartedAt,
            Region = state.Flow.Region,
            Language = state.Flow.Language,
            Priority = state.Flow.Priority,
            Need = state.Flow.Need,
            Outcome = OutcomeOf(state),
            Waited = (first?.From ?? state.EndedAt) - state.StartedAt,
            AnsweredIn = first is { Contact: false } ? places.Regions.Values.FirstOrDefault(r => r.Agents.Any(a => a.Id == first.With))?.Id : null,
            Talked = state.Talks.Aggregate(TimeSpan.Zero, (all, talk) => all + ((talk.Until ?? talk.From) - talk.From)),
            Talks = state.Talks.Length,
            Late = first?.From - state.Foreseen,
        };
    }

    /// <summary>What became of a call so far.</summary>
    public static CallOutcome OutcomeOf(CallState state) =>
        state.Talks.Length > 0 ? CallOutcome.Answered
        : state.AnsweredBy is not null ? CallOutcome.Outside
        : state.Flow.CallbackAt is not null ? CallOutcome.CallbackAsked
        : state.EndedAt is null ? CallOutcome.Waiting
        : state.Flow.ArrivedAt is null ? CallOutcome.LeftBeforeLine
        : CallOutcome.Abandoned;
}
