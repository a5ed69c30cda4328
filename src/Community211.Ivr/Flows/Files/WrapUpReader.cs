using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Files;

/// <summary>Reads <c>wrap-up.yaml</c>, which may be absent: what agents note after a call.</summary>
public static class WrapUpReader
{
    public const string File = "wrap-up.yaml";

    /// <param name="text">The file; null: absent.</param>
    /// <param name="languages">Languages of the flow: each label is needed in each of them.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static WrapUpModel Read(string? text, ImmutableArray<string> languages, Findings findings)
    {
        if (text is null || YamlSource.Read(File, text, findings) is not { } map)
            return WrapUpModel.None;
        var root = new MapReader(map, findings);
        root.Number("format", 1, 1, 1);
        var model = new WrapUpModel(Codes(root.Map("unmet", required: true), languages), Codes(root.Map("no-need", required: true), languages));
        root.Done();
        return model;
    }

    private static ImmutableDictionary<string, WrapUpCode> Codes(MapReader? list, ImmutableArray<string> languages)
    {
        var all = ImmutableDictionary.CreateBuilder<string, WrapUpCode>(StringComparer.Ordinal);
        foreach (var entry in list?.Entries ?? [])
        {
            if (list!.Map(entry.Key.Value) is not { } r)
                continue;
            all[entry.Key.Value] = new WrapUpCode(entry.Key.Value, LabelReader.Read(r, languages));
            r.Done();
        }
        return all.ToImmutable();
    }
}
