using System.Collections.Immutable;
using Community211.Ivr.Files;

namespace Community211.Ivr.Flows.Files;

/// <summary>Reads <c>label: { en: "...", fr: "..." }</c>: a name in each language of the flow.</summary>
internal static class LabelReader
{
    public static ImmutableDictionary<string, string> Read(MapReader r, ImmutableArray<string> languages)
    {
        if (r.Map("label", required: true) is not { } labels)
            return ImmutableDictionary<string, string>.Empty;
        foreach (var missing in languages.Where(l => !labels.Has(l)))
            r.Findings.Add("label-missing", labels.At, $"The label is missing in '{missing}'.", $"Add '{missing}: \"...\"'.");
        return labels.Entries.ToImmutableDictionary(e => e.Key.Value, e => labels.Text(e.Key.Value), StringComparer.Ordinal);
    }
}
