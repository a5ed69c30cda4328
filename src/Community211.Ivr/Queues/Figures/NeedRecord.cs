using System.Collections.Immutable;

namespace Community211.Ivr.Queues.Figures;

/// <summary>A need of a call, as an agent noted it.</summary>
/// <param name="Type">The inquiry type that it counts as.</param>
/// <param name="Region">Region id: where the help is needed; null while unknown.</param>
/// <param name="Why">Why it was not met; null when it was.</param>
public sealed record NeedRecord(string Type, string? Region, string? Why)
{
    /// <summary>Ids of the priority services that it belongs to.</summary>
    public ImmutableArray<string> Services { get; init; } = [];

    public bool Met => Why is null;
}
