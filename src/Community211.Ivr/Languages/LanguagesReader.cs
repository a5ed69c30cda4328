using System.Collections.Immutable;
using Community211.Ivr.Files;

namespace Community211.Ivr.Languages;

/// <summary>Reads <c>languages.yaml</c>.</summary>
public static class LanguagesReader
{
    public const string File = "languages.yaml";

    /// <summary>The languages by id; null, with findings, when the file cannot be read.</summary>
    public static ImmutableDictionary<string, Language>? Read(string text, Findings findings)
    {
        if (YamlSource.Read(File, text, findings) is not { } map)
            return null;
        var all = ImmutableDictionary.CreateBuilder<string, Language>(StringComparer.Ordinal);
        var root = new MapReader(map, findings);
        root.Number("format", 1, 1, 1);
        var list = root.Map("languages", required: true);
        root.Done();
        foreach (var entry in list?.Entries ?? [])
        {
            if (list!.Map(entry.Key.Value) is { } r)
                all[entry.Key.Value] = ReadLanguage(entry.Key.Value, r);
        }
        return all.ToImmutable();
    }

    private static Language ReadLanguage(string id, MapReader r)
    {
        var names = r.Map("name", required: true);
        var byLanguage = (names?.Entries ?? []).ToImmutableDictionary(e => e.Key.Value, e => names!.Text(e.Key.Value), StringComparer.Ordinal);
        var voice = r.OptionalText("voice");
        var press = r.Texts("press");
        foreach (var phrase in press.Where(p => !p.Value.Contains(Language.KeyName, StringComparison.Ordinal)))
            r.Findings.Add("press-without-key", phrase.At, $"'{phrase.Value}' does not say where the key stands.", $"Write {Language.KeyName} in its place, for instance \"press {Language.KeyName}\".");
        if (voice is not null && press.IsEmpty)
            r.Findings.Add("press-missing", r.At, $"Nothing says how texts in '{id}' announce a key, so nobody can check that what they promise is there.", $"Add 'press: [\"press {Language.KeyName}\"]' in that language.", Severity.Warning);
        var language = new Language(id, r.Text("tag"), voice, byLanguage)
        {
            Press = [.. press.Select(p => p.Value.ToLowerInvariant())],
            Star = Lower(r, "star"),
            Pound = Lower(r, "pound"),
        };
        r.Done();
        return language;
    }

    private static ImmutableArray<string> Lower(MapReader r, string field) => [.. r.Texts(field).Select(t => t.Value.ToLowerInvariant())];
}
