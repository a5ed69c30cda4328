using System.Collections.Immutable;
using Community211.Ivr.Files;

namespace Community211.Ivr.Languages;

/// <summary>Reads <c>languages.yaml</c>.</summary>
public static class LanguagesReader
{
    public const string File = "languages.yaml";

    public static ImmutableDictionary<string, Language> Read(string text, Findings findings)
    {
        var all = ImmutableDictionary.CreateBuilder<string, Language>(StringComparer.Ordinal);
        if (YamlSource.Read(File, text, findings) is not { } map)
            return all.ToImmutable();
        var root = new MapReader(map, findings);
        root.Number("format", 1, 1, 1);
        var list = root.Map("languages", required: true);
        root.Done();
        foreach (var entry in list?.Entries ?? [])
        {
            if (list!.Map(entry.Key.Value) is not { } r)
                continue;
            var names = r.Map("name", required: true);
            var byLanguage = (names?.Entries ?? []).ToImmutableDictionary(e => e.Key.Value, e => names!.Text(e.Key.Value), StringComparer.Ordinal);
            all[entry.Key.Value] = new Language(entry.Key.Value, r.Text("tag"), r.OptionalText("voice"), byLanguage);
            r.Done();
        }
        return all.ToImmutable();
    }
}
