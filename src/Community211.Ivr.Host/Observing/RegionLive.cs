using Community211.Ivr.Queues.Figures;

namespace Community211.Ivr.Host.Observing;

/// <summary>What a supervisor sees of the floor in figures.</summary>
/// <param name="At">The moment.</param>
/// <param name="Region">The supervisor's own.</param>
/// <param name="Province">Everybody in one count.</param>
public sealed record RegionLive(DateTimeOffset At, LiveFigure Region, LiveFigure Province);
