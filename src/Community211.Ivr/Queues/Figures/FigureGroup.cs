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

    /// <summary>Inquiry types as agents noted them, by region: a table of needs.</summary>
    Inquiry,

    /// <summary>Priority services, as above: a need may belong to several.</summary>
    Service,

    /// <summary>Needs that were not met, by region and reason: a table of needs.</summary>
    Unmet,
}
