using System.Collections.Immutable;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Simulation.Days;

/// <summary>How callers fared. Unless said otherwise a wait is from coming in line until somebody answered.</summary>
public sealed class DayFigures(IEnumerable<DayOutcome> outcomes)
{
    /// <summary>Who hangs up earlier than this after the answer did not wait in vain.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(10);

    private readonly ImmutableArray<DayOutcome> all = [.. outcomes];

    public int Offered => all.Length;

    /// <summary>By a person of ours or of a contact.</summary>
    public int Answered => all.Count(IsAnswered);

    public int ByContact => all.Count(o => o.End == DayEnd.AnsweredByContact);

    /// <summary>Whom we hung up on before a person.</summary>
    public int EndedByUs => all.Count(o => o.End == DayEnd.EndedByUs);

    /// <summary>Still in line when the day was over.</summary>
    public int InLine => all.Count(o => o.End == DayEnd.InLine);

    /// <summary>Share of all callers who hung up before a person, however early; 0 to 1.</summary>
    public double HungUp => Share(all.Count(o => o.End == DayEnd.HungUp), all.Length);

    /// <summary>The same without those who did so within ten seconds.</summary>
    public double HungUpLater => Share(all.Count(o => o.End == DayEnd.HungUp && o.SinceCall > Short), all.Count(o => o.End != DayEnd.HungUp || o.SinceCall > Short));

    /// <summary>Average wait of those who were answered.</summary>
    public TimeSpan AverageAnswer => Average(o => o.InLine);

    /// <summary>The same from the answer of the call on, with what is said before the line.</summary>
    public TimeSpan AverageSinceCall => Average(o => o.SinceCall);

    /// <summary>Answers in the caller's own region, of those whose region was known.</summary>
    public double InRegion => Share(all.Count(o => o.By is { } agent && agent.Region == o.Region), all.Count(o => o is { By: not null, Region: not null }));

    /// <summary>Longest wait of anyone in crisis from when the service knew of it, whether answered or not.</summary>
    public TimeSpan LongestCrisis => all.Select(o => o.InCrisis).DefaultIfEmpty().Max();

    public int InCrisis => all.Count(o => o.CrisisAt is not null);

    /// <summary>Share of callers in line who were answered within a time; who hung up earlier than that does not count.</summary>
    public double Level(TimeSpan within) => Level(all.Where(o => o.InLineAt is not null), o => o.InLine, within);

    /// <summary>The same from the answer of the call on, for all callers.</summary>
    public double LevelSinceCall(TimeSpan within) => Level(all, o => o.SinceCall, within);

    /// <summary>The same for callers in crisis, from when the service knew of it.</summary>
    public double CrisisLevel(TimeSpan within) => Level(all.Where(o => o.CrisisAt is not null), o => o.InCrisis, within);

    /// <summary>Figures of some of the callers.</summary>
    public DayFigures Of(Func<DayOutcome, bool> which) => new(all.Where(which));

    /// <summary>Figures of those who called in an hour.</summary>
    public DayFigures OfHour(DateTimeOffset start, int hour) => Of(o => (int)(o.Caller.At - start).TotalHours == hour);

    /// <summary>Figures of those who were known to be so urgent.</summary>
    public DayFigures Of(Priority priority) => Of(o => o.Priority == priority);

    private static double Level(IEnumerable<DayOutcome> who, Func<DayOutcome, TimeSpan> wait, TimeSpan within)
    {
        var counted = who.Where(o => IsAnswered(o) || wait(o) > within).ToList();
        return Share(counted.Count(o => IsAnswered(o) && wait(o) <= within), counted.Count);
    }

    private static bool IsAnswered(DayOutcome outcome) => outcome.End is DayEnd.Answered or DayEnd.AnsweredByContact;

    private TimeSpan Average(Func<DayOutcome, TimeSpan> wait) => TimeSpan.FromSeconds(all.Where(IsAnswered).Select(o => wait(o).TotalSeconds).DefaultIfEmpty().Average());

    private static double Share(int some, int of) => of == 0 ? 0 : (double)some / of;
}
