namespace Community211.Ivr.Trunk.Faults;

/// <summary>The faults of one call and of the legs that it dials.</summary>
internal sealed record CallFaults(IReadOnlyList<ActiveFault> Active)
{
    public static readonly CallFaults None = new([]);

    /// <param name="rules">Checked.</param>
    /// <param name="seed">For rules that strike by chance.</param>
    public static CallFaults Of(IReadOnlyList<FaultRule> rules, int seed) => rules.Count == 0
        ? None
        : new CallFaults([.. rules.Select((rule, index) => new ActiveFault(rule, $"call-{index + 1}", new Random(unchecked((seed * 31) + index))))]);
}
