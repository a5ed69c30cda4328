namespace Community211.Ivr.Simulation;

/// <summary>What became of a caller in line.</summary>
/// <param name="Call">Whose.</param>
/// <param name="Waited">From arrival until they were answered or hung up.</param>
/// <param name="By">Agent id; null: they hung up.</param>
public sealed record WaitOutcome(string Call, TimeSpan Waited, string? By);
