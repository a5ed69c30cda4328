using System.Collections.Immutable;

namespace Community211.Ivr.Queues.Figures;

/// <summary>Needs that agents noted, by inquiry type and region: what was asked for, and the gaps.</summary>
public static class NeedTable
{
    /// <summary>The row of a type in all regions.</summary>
    public const string Everywhere = "all";

    private const string NotKnown = "unknown";

    /// <summary>Each type by region, met and unmet; the type in all regions comes last.</summary>
    public static ImmutableArray<NeedRow> ByType(IEnumerable<CallRecord> calls) => Rows(calls.SelectMany(c => c.Needs), byReason: false);

    /// <summary>Each priority service by region, in the place of the type: a need may belong to several.</summary>
    public static ImmutableArray<NeedRow> ByService(IEnumerable<CallRecord> calls) => Rows(calls.SelectMany(c => c.Needs).SelectMany(n => n.Services.Select(s => n with { Type = s })), byReason: false);

    /// <summary>What was not met, each type by region and reason; the type in all regions comes last.</summary>
    public static ImmutableArray<NeedRow> Unmet(IEnumerable<CallRecord> calls) => Rows(calls.SelectMany(c => c.Needs).Where(n => !n.Met), byReason: true);

    private static ImmutableArray<NeedRow> Rows(IEnumerable<NeedRecord> needs, bool byReason) =>
    [
        .. needs.GroupBy(n => n.Type, StringComparer.Ordinal).OrderBy(t => t.Key, StringComparer.Ordinal).SelectMany(type => type
            .GroupBy(n => (Region: n.Region ?? NotKnown, Why: byReason ? n.Why : null)).OrderBy(g => g.Key.Region, StringComparer.Ordinal).ThenBy(g => g.Key.Why, StringComparer.Ordinal)
            .Select(g => Row(type.Key, g.Key.Region, g.Key.Why, [.. g]))
            .Append(Row(type.Key, Everywhere, null, [.. type]))),
    ];

    private static NeedRow Row(string type, string region, string? why, List<NeedRecord> needs) =>
        new(type, region, why, needs.Count, needs.Count(n => n.Met), needs.Count(n => !n.Met));
}
