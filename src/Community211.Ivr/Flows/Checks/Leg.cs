using Community211.Ivr.Flows.Examples;

namespace Community211.Ivr.Flows.Checks;

/// <summary>A way from one spot to another.</summary>
/// <param name="To">Where it leads.</param>
/// <param name="Outcome">What it is called.</param>
/// <param name="Does">What the caller does for it; null: nothing, the machine takes it.</param>
public sealed record Leg(Spot To, string Outcome, Doing? Does);
