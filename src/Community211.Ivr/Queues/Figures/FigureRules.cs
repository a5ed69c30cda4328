using System.Collections.Immutable;

namespace Community211.Ivr.Queues.Figures;

/// <summary>Thresholds of the figures.</summary>
public sealed record FigureRules
{
    private static readonly ImmutableArray<TimeSpan> Usual = [TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(90)];

    /// <summary>Who leaves the line sooner is a short abandon, and counts against nobody. Default 10 s.</summary>
    public TimeSpan ShortAbandon { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Service levels: the shares answered within these times. Default 20 s and 90 s.</summary>
    public ImmutableArray<TimeSpan> Levels { get; init; } = Usual;
}
