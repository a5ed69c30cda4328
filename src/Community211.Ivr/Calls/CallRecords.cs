using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Places;
using Community211.Ivr.Queues;
using Community211.Ivr.Queues.Figures;

namespace Community211.Ivr.Calls;

/// <summary>Calls as the figures see them.</summary>
public static class CallRecords
{
    /// <param name="state">Live or over.</param>
    /// <param name="places">Says which region an agent is of.</param>
    /// <param name="needs">Says which inquiry type a need counts as.</param>
    public static CallRecord Of(CallState state, PlacesModel places, NeedsModel needs)
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
            CalledBack = state.Callback is not null || state.CallbackOutcome is not null,
            Callback = state.CallbackOutcome,
            Waited = (first?.From ?? state.EndedAt) - state.StartedAt,
            AnsweredIn = first is { Contact: false } ? places.Regions.Values.FirstOrDefault(r => r.Agents.Any(a => a.Id == first.With))?.Id : null,
            Talked = state.Talks.Aggregate(TimeSpan.Zero, (all, talk) => all + ((talk.Until ?? talk.From) - talk.From)),
            Talks = state.Talks.Length,
            Transferred = state.Transfers > 0,
            RegionCorrected = state.Corrections > 0,
            Late = first?.From - state.Foreseen,
            Needs = NeedsOf(state, needs),
            NoNeed = state.WrapUps is { IsEmpty: false } notes && notes.All(n => n.NoNeed is not null) ? notes[^1].NoNeed : null,
            CrisisChosen = (state.ChosenPriority ?? state.Flow.Priority) == Priority.Crisis,
            CrisisNoted = state.WrapUps.LastOrDefault(n => n.Crisis is not null)?.Crisis,
            Satisfied = Answer(state, "satisfied"),
            Helped = Answer(state, "helped"),
            FollowUp = Answer(state, "follow-up"),
        };
    }

    /// <summary>Each type once, where the help is needed: one that was not met counts before one that was.</summary>
    private static ImmutableArray<NeedRecord> NeedsOf(CallState state, NeedsModel needs) =>
    [
        .. state.WrapUps
            .SelectMany(w => w.Needs.Select(n => new NeedRecord(needs.Needs.GetValueOrDefault(n.Need)?.CountsAs ?? n.Need, w.NeedRegion ?? w.CallerRegion ?? state.Flow.Region, n.Why) { Services = n.Services }))
            .GroupBy(n => n.Type, StringComparer.Ordinal).Select(type => type.LastOrDefault(n => !n.Met) ?? type.Last()),
    ];

    /// <summary>Keys of the survey are labelled yes and no.</summary>
    private static bool? Answer(CallState state, string name) => state.Flow.Answers.FirstOrDefault(a => a.Name == name)?.Value switch { "yes" => true, "no" => false, _ => null };

    /// <summary>What became of a call so far.</summary>
    public static CallOutcome OutcomeOf(CallState state) =>
        state.Talks.Length > 0 ? CallOutcome.Answered
        : state.AnsweredBy is not null ? CallOutcome.Outside
        : state.Callback is not null || state.CallbackOutcome is not null ? CallOutcome.CallbackAsked
        : state.EndedAt is null ? CallOutcome.Waiting
        : state.Flow.ArrivedAt is null ? CallOutcome.LeftBeforeLine
        : CallOutcome.Abandoned;
}
