namespace Community211.Ivr.Queues.Figures;

/// <summary>Needs that agents noted.</summary>
/// <param name="Type">Inquiry type; a priority service where those were asked for.</param>
/// <param name="Region">Region id, <c>unknown</c>, or <c>all</c>.</param>
/// <param name="Why">Why they were not met; null in a row of all reasons.</param>
/// <param name="Noted">How many.</param>
/// <param name="Met">Of those, with help.</param>
/// <param name="Unmet">Of those, without.</param>
public sealed record NeedRow(string Type, string Region, string? Why, int Noted, int Met, int Unmet);
