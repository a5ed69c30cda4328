using System.Collections.Immutable;

namespace Community211.Ivr.Queues.Figures;

/// <summary>The figures of some calls. Shares are 0 to 1, and null where there is nothing to share.</summary>
public sealed record Figure
{
    /// <summary>Fewer answers could be somebody's.</summary>
    public const int LeastAnswers = 5;

    /// <summary>Calls that came in line, callbacks among them; not those who left before.</summary>
    public int Offered { get; init; }

    /// <summary>By a person.</summary>
    public int Answered { get; init; }

    /// <summary>Left the line, short abandons included.</summary>
    public int Abandoned { get; init; }

    /// <summary>Of those, who left sooner than the threshold.</summary>
    public int ShortAbandoned { get; init; }

    public int LeftBeforeLine { get; init; }

    public int Outside { get; init; }

    public int CallbacksAsked { get; init; }

    /// <summary>Booked callbacks, whatever became of them.</summary>
    public int CallbacksBooked { get; init; }

    /// <summary>Of those, where the person was reached.</summary>
    public int CallbacksKept { get; init; }

    /// <summary>Of those, where they were rung in vain, or it became too late.</summary>
    public int CallbacksNotReached { get; init; }

    public int Waiting { get; init; }

    /// <summary>ASA: the average wait, from our answering the call, of those whom a person answered; callbacks left out.</summary>
    public TimeSpan? AverageWait { get; init; }

    /// <summary>Of all who came in line.</summary>
    public TimeSpan? LongestWait { get; init; }

    /// <summary>For each level: answered within it, of all answered or abandoned but for short abandons.</summary>
    public ImmutableArray<ServiceLevel> Levels { get; init; } = [];

    public TimeSpan? AverageTalk { get; init; }

    /// <summary>Of those of a known region whom an agent answered: by one of that region.</summary>
    public double? InRegion { get; init; }

    /// <summary>Answered calls with more than one talk.</summary>
    public int MovedOn { get; init; }

    /// <summary>Of answered calls: an agent left the caller to somebody else, or passed them on.</summary>
    public int Transferred { get; init; }

    /// <summary>Of those: passed on to another partner.</summary>
    public int RegionCorrected { get; init; }

    /// <summary>Answered calls without a need, as agents noted: silent, wrong number and so on. They stay in offered.</summary>
    public int NoNeed { get; init; }

    /// <summary>Needs that agents noted with help.</summary>
    public int Met { get; init; }

    /// <summary>Needs that agents noted without.</summary>
    public int Unmet { get; init; }

    /// <summary>Calls in which the caller chose crisis, by key or words.</summary>
    public int CrisisChosen { get; init; }

    /// <summary>Of those, that an agent confirmed.</summary>
    public int CrisisConfirmed { get; init; }

    /// <summary>Of those, that an agent noted as none.</summary>
    public int CrisisMistaken { get; init; }

    /// <summary>Calls with an answer to any of the three questions.</summary>
    public int Surveyed { get; init; }

    /// <summary>Of those who answered: satisfied.</summary>
    public double? Satisfied { get; init; }

    /// <summary>Of those who answered: got help.</summary>
    public double? Helped { get; init; }

    /// <summary>Of those who answered: mean to follow the referral up.</summary>
    public double? FollowUp { get; init; }

    /// <summary>How far the first told wait was from what came, on average, in either direction.</summary>
    public TimeSpan? ForecastError { get; init; }

    public static Figure Of(IReadOnlyCollection<CallRecord> calls, FigureRules rules)
    {
        int Count(CallOutcome outcome) => calls.Count(c => c.Outcome == outcome);
        var line = calls.Where(c => c.Outcome != CallOutcome.LeftBeforeLine).ToList();
        var answered = calls.Where(c => c.Outcome == CallOutcome.Answered).ToList();
        var waited = answered.Where(c => !c.CalledBack).ToList();
        var abandoned = calls.Where(c => c.Outcome == CallOutcome.Abandoned).ToList();
        var shorts = abandoned.Count(c => c.Waited < rules.ShortAbandon);
        var counted = waited.Count + abandoned.Count - shorts;
        var regional = answered.Where(c => c.Region is not null && c.AnsweredIn is not null).ToList();
        return new Figure
        {
            Offered = line.Count,
            Answered = answered.Count,
            Abandoned = abandoned.Count,
            ShortAbandoned = shorts,
            LeftBeforeLine = Count(CallOutcome.LeftBeforeLine),
            Outside = Count(CallOutcome.Outside),
            CallbacksAsked = Count(CallOutcome.CallbackAsked),
            CallbacksBooked = calls.Count(c => c.CalledBack),
            CallbacksKept = calls.Count(c => c.Callback == CallbackOutcome.Kept),
            CallbacksNotReached = calls.Count(c => c.Callback is CallbackOutcome.NotReached or CallbackOutcome.Expired),
            Waiting = Count(CallOutcome.Waiting),
            AverageWait = Average(waited.Select(c => c.Waited)),
            LongestWait = line.Where(c => !c.CalledBack).Max(c => c.Waited),
            Levels = [.. rules.Levels.Select(level => new ServiceLevel(level, Share(waited.Count(c => c.Waited <= level), counted)))],
            AverageTalk = Average(answered.Select(c => (TimeSpan?)c.Talked)),
            InRegion = Share(regional.Count(c => c.Region == c.AnsweredIn), regional.Count),
            MovedOn = answered.Count(c => c.Talks > 1),
            Transferred = answered.Count(c => c.Transferred),
            RegionCorrected = answered.Count(c => c.RegionCorrected),
            NoNeed = calls.Count(c => c.NoNeed is not null),
            Met = calls.Sum(c => c.Needs.Count(n => n.Met)),
            Unmet = calls.Sum(c => c.Needs.Count(n => !n.Met)),
            CrisisChosen = calls.Count(c => c.CrisisChosen),
            CrisisConfirmed = calls.Count(c => c is { CrisisChosen: true, CrisisNoted: true }),
            CrisisMistaken = calls.Count(c => c is { CrisisChosen: true, CrisisNoted: false }),
            Surveyed = calls.Count(c => (c.Satisfied ?? c.Helped ?? c.FollowUp) is not null),
            Satisfied = Yes(calls.Select(c => c.Satisfied)),
            Helped = Yes(calls.Select(c => c.Helped)),
            FollowUp = Yes(calls.Select(c => c.FollowUp)),
            ForecastError = Average(answered.Select(c => c.Late?.Duration())),
        };
    }

    private static TimeSpan? Average(IEnumerable<TimeSpan?> times) => times.Average(t => t?.TotalSeconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>Of few answers no share is told, also of the whole province.</summary>
    private static double? Yes(IEnumerable<bool?> answers) =>
        answers.OfType<bool>().ToList() is { Count: >= LeastAnswers } given ? Share(given.Count(yes => yes), given.Count) : null;

    private static double? Share(int part, int whole) => whole == 0 ? null : part / (double)whole;
}
