namespace Community211.Ivr.Queues.Figures;

/// <summary>The figures of one group.</summary>
/// <param name="Key">Region id, language id, priority, need id or the half-hour's beginning.</param>
/// <param name="Figure">Its figures.</param>
public sealed record FigureRow(string Key, Figure Figure);
