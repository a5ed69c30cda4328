namespace Community211.Ivr.Queues.Figures;

/// <summary>By what calls are put together.</summary>
public enum FigureGroup
{
    Region,
    Language,
    Priority,
    Need,

    /// <summary>Half-hours of the day and year.</summary>
    Interval,
}
