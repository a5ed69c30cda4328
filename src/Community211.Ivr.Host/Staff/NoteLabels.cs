using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Host.Staff;

/// <summary>What may be noted about a call, by the live files: ids, and what they are called in each language.</summary>
/// <param name="Needs">Inquiry types, and needs that are counted as one.</param>
/// <param name="Services">Priority services.</param>
/// <param name="Unmet">Why a need was not met.</param>
/// <param name="NoNeed">What a call without a need was.</param>
/// <param name="Regions">Those in force, and their names.</param>
/// <param name="Languages">Ids alone.</param>
public sealed record NoteLabels(
    ImmutableSortedDictionary<string, ImmutableDictionary<string, string>> Needs,
    ImmutableSortedDictionary<string, ImmutableDictionary<string, string>> Services,
    ImmutableSortedDictionary<string, ImmutableDictionary<string, string>> Unmet,
    ImmutableSortedDictionary<string, ImmutableDictionary<string, string>> NoNeed,
    ImmutableSortedDictionary<string, ImmutableDictionary<string, string>> Regions,
    ImmutableArray<string> Languages)
{
    /// <param name="set">The live files.</param>
    /// <param name="regions">Ids of the regions in force.</param>
    public static NoteLabels Of(FlowSet set, IEnumerable<string> regions) => new(
        Sorted(set.Needs.Needs.Values.Where(n => !NotSaid(set).Contains(n.Id)), n => n.Id, n => n.Labels),
        Sorted(set.Needs.Services.Values, s => s.Id, s => s.Labels),
        Sorted(set.WrapUp.Unmet.Values, c => c.Id, c => c.Labels),
        Sorted(set.WrapUp.NoNeed.Values, c => c.Id, c => c.Labels),
        Sorted(regions.Select(id => set.Places.Regions[id]), r => r.Id, r => r.Names),
        [.. set.Languages.Keys.Order(StringComparer.Ordinal)]);

    /// <summary>What the flow takes for the need of those who did not say: nothing that anybody could note.</summary>
    private static HashSet<string> NotSaid(FlowSet set) => [.. set.Flow.Steps.Values.OfType<NeedStep>().Select(s => s.OtherwiseNeed)];

    private static ImmutableSortedDictionary<string, ImmutableDictionary<string, string>> Sorted<T>(
        IEnumerable<T> all, Func<T, string> id, Func<T, ImmutableDictionary<string, string>> labels) => all.ToImmutableSortedDictionary(id, labels, StringComparer.Ordinal);
}
