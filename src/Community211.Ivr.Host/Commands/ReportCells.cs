using System.Collections.Immutable;
using System.Globalization;
using Community211.Ivr.Queues.Figures;

namespace Community211.Ivr.Host.Commands;

/// <summary>A row of a report as text: counts from 1 to 4 of a group are not told, nor what could be worked out of them.</summary>
internal static class ReportCells
{
    /// <summary>A smaller count could point at somebody.</summary>
    public const int Least = 5;

    public static readonly ImmutableArray<string> Counts =
    [
        "offered", "answered", "abandoned", "short", "left-before-line", "outside", "callbacks", "callbacks-kept", "callbacks-not-reached", "waiting", "moved-on", "transferred", "region-corrected",
        "no-need", "met", "unmet", "crisis-chosen", "crisis-confirmed", "crisis-mistaken", "surveyed",
    ];

    public static ImmutableArray<string> Times { get; } = ["asa-s", "longest-s", "talk-s", "forecast-error-s"];

    public static IEnumerable<string> Header(FigureTable table) =>
        [.. Counts, .. Times, .. table.All.Levels.Select(l => string.Create(CultureInfo.InvariantCulture, $"within-{l.Within.TotalSeconds:0}s")), "in-region", "satisfied", "helped", "follow-up"];

    /// <param name="figure">The row.</param>
    /// <param name="exact">Of the whole province: everything is told.</param>
    public static IEnumerable<string> Of(Figure figure, bool exact)
    {
        string Count(int number) => exact ? number.ToString(CultureInfo.InvariantCulture) : Told(number);
        var told = exact || figure.Answered >= Least;
        string Time(TimeSpan? time) => told && time is { } t ? t.TotalSeconds.ToString("0", CultureInfo.InvariantCulture) : "";
        string Share(double? share) => told && share is { } s ? (100 * s).ToString("0.0", CultureInfo.InvariantCulture) + "%" : "";
        return
        [
            Count(figure.Offered), Count(figure.Answered), Count(figure.Abandoned), Count(figure.ShortAbandoned), Count(figure.LeftBeforeLine), Count(figure.Outside),
            Count(figure.CallbacksBooked), Count(figure.CallbacksKept), Count(figure.CallbacksNotReached), Count(figure.Waiting), Count(figure.MovedOn), Count(figure.Transferred), Count(figure.RegionCorrected),
            Count(figure.NoNeed), Count(figure.Met), Count(figure.Unmet), Count(figure.CrisisChosen), Count(figure.CrisisConfirmed), Count(figure.CrisisMistaken), Count(figure.Surveyed),
            Time(figure.AverageWait), Time(figure.LongestWait), Time(figure.AverageTalk), Time(figure.ForecastError),
            .. figure.Levels.Select(l => Share(l.Share)), Share(figure.InRegion), Share(figure.Satisfied), Share(figure.Helped), Share(figure.FollowUp),
        ];
    }

    /// <summary>A count of a group.</summary>
    public static string Told(int number) => number is 0 or >= Least ? number.ToString(CultureInfo.InvariantCulture) : $"<{Least}";
}
