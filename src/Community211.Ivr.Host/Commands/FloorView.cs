using System.Globalization;
using Community211.Ivr.Queues.Figures;
using NodaTime;

namespace Community211.Ivr.Host.Commands;

/// <summary>The floor as two tables: who is there, and how the calls of this half-hour and of today went.</summary>
internal sealed class FloorView(LiveFigures live, DateTimeZone zone)
{
    private IEnumerable<LiveFigure> Rows => live.Regions.Append(live.Province);

    public IEnumerable<string> Text() =>
    [
        $"The floor at {Local(live.At, "yyyy-MM-dd HH:mm:ss")}. docs/figures.md says what each column is.",
        .. Table(["region", "waiting", "urgent", "crisis", "longest-s", "foreseen-s", "staffed", "idle", "offered", "talking", "wrap-up", "away"], Floor),
        "",
        .. Spans(f => f.HalfHour, $"Calls since {Local(live.Province.HalfHour.From, "HH:mm")}"),
        "",
        .. Spans(f => f.Today, "Calls of today"),
    ];

    private static IEnumerable<string> Floor(LiveFigure f) =>
    [
        f.Of, Number(f.Waiting), Number(f.Urgent), Number(f.Crisis), Number(f.LongestSeconds), f.ForeseenSeconds is { } s ? Number(s) : "",
        Number(f.Staffed), Number(f.Idle), Number(f.Offered), Number(f.Talking), Number(f.WrapUp), Number(f.Away),
    ];

    private IEnumerable<string> Spans(Func<LiveFigure, LiveSpan> span, string title)
    {
        var levels = live.Province.Today.Figure.Levels.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Within.TotalSeconds:0}s")).ToList();
        return
        [
            title,
            .. Table(
                ["region", "offered", "answered", "abandoned", "short", "outside", "callbacks", .. levels.Select(l => $"within-{l}"), .. levels.Select(l => $"crisis-{l}")],
                row => Span(row.Of, span(row))),
        ];
    }

    private static IEnumerable<string> Span(string of, LiveSpan span) =>
    [
        of, Number(span.Figure.Offered), Number(span.Figure.Answered), Number(span.Figure.Abandoned), Number(span.Figure.ShortAbandoned), Number(span.Figure.Outside),
        Number(span.Figure.CallbacksAsked), .. span.Figure.Levels.Concat(span.Crisis).Select(l => l.Share is { } share ? (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + "%" : ""),
    ];

    private IEnumerable<string> Table(List<string> header, Func<LiveFigure, IEnumerable<string>> cells)
    {
        List<List<string>> rows = [header, .. Rows.Select(r => cells(r).ToList())];
        var widths = header.Select((_, i) => rows.Max(r => r[i].Length)).ToList();
        return rows.Select(r => string.Join("  ", r.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd());
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Local(DateTimeOffset at, string pattern) => Instant.FromDateTimeOffset(at).InZone(zone).ToString(pattern, CultureInfo.InvariantCulture);
}
