using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace Community211.Ivr.Queues.Figures;

/// <summary>The figures of a span of time: of everybody, and group by group.</summary>
/// <param name="All">Everybody: the one count of the province.</param>
/// <param name="Groups">In order; a call is in one of them.</param>
public sealed record FigureTable(Figure All, ImmutableArray<FigureRow> Groups)
{
    private const int Minutes = 30;

    /// <summary>What a group is called whose region, language or need is not known.</summary>
    private const string NotKnown = "unknown";

    /// <summary>Needs by type and region, where that was asked for; null otherwise.</summary>
    public ImmutableArray<NeedRow>? Needs { get; init; }

    /// <param name="calls">Those that began in the span.</param>
    /// <param name="group">By what.</param>
    /// <param name="rules">Thresholds.</param>
    /// <param name="zone">By whose clocks half-hours are told.</param>
    public static FigureTable Of(IReadOnlyCollection<CallRecord> calls, FigureGroup group, FigureRules rules, DateTimeZone zone) => group switch
    {
        FigureGroup.Inquiry => new(Figure.Of(calls, rules), []) { Needs = NeedTable.ByType(calls) },
        FigureGroup.Service => new(Figure.Of(calls, rules), []) { Needs = NeedTable.ByService(calls) },
        FigureGroup.Unmet => new(Figure.Of(calls, rules), []) { Needs = NeedTable.Unmet(calls) },
        _ => new(Figure.Of(calls, rules), Grouped(calls, group, rules, zone)),
    };

    private static ImmutableArray<FigureRow> Grouped(IReadOnlyCollection<CallRecord> calls, FigureGroup group, FigureRules rules, DateTimeZone zone) =>
        [.. calls.GroupBy(c => KeyOf(c, group, zone)).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new FigureRow(g.Key, Figure.Of([.. g], rules)))];

    private static string KeyOf(CallRecord call, FigureGroup group, DateTimeZone zone) => group switch
    {
        FigureGroup.Region => call.Region ?? NotKnown,
        FigureGroup.Language => call.Language ?? NotKnown,
        FigureGroup.Priority => call.Priority.ToString().ToLowerInvariant(),
        FigureGroup.Need => call.Need ?? NotKnown,
        _ => Half(Instant.FromDateTimeOffset(call.At).InZone(zone).LocalDateTime),
    };

    /// <summary>Where clocks are set back, two hours of the year share their half-hours.</summary>
    private static string Half(LocalDateTime at) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.Year:0000}-{at.Month:00}-{at.Day:00} {at.Hour:00}:{at.Minute / Minutes * Minutes:00}");
}
