using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Files;

/// <summary>What a word reads its step from.</summary>
/// <param name="id">The step's name.</param>
/// <param name="map">Its fields.</param>
/// <param name="languages">Languages of the flow.</param>
/// <param name="translations">Wording in the further languages.</param>
/// <param name="references">Gathers the names that other files must know.</param>
public sealed class StepReader(string id, MapReader map, ImmutableArray<string> languages, Translations translations, List<Reference> references)
{
    private static readonly ImmutableDictionary<string, char> Named =
        ImmutableDictionary<string, char>.Empty.Add("star", '*').Add("pound", '#');

    private readonly List<(string Target, Place At)> _targets = [];

    public string Id => id;

    public MapReader Map => map;

    public ImmutableArray<string> Languages => languages;

    /// <summary>Step names used here, for the check that they exist.</summary>
    public IReadOnlyList<(string Target, Place At)> Targets => _targets;

    /// <summary>Notes a name that another file must know; the loader looks it up.</summary>
    public void Refer(ReferenceKind kind, TextNode name) => references.Add(new Reference(kind, name.Value, name.At));

    /// <summary>A spoken text with its translations.</summary>
    public Text Spoken(string field)
    {
        var node = map.Spoken(field, required: true);
        return node is null ? new Text(ImmutableDictionary<string, string>.Empty) : translations.Of(id, field, node);
    }

    /// <summary>The name of a step that must be given.</summary>
    public string Target(string field)
    {
        var target = map.Text(field);
        if (target.Length > 0)
            _targets.Add((target, map.PlaceOf(field)));
        return target;
    }

    /// <summary>The name of a step, or null.</summary>
    public string? OptionalTarget(string field) => map.Take(field) is null ? null : Target(field);

    /// <summary>Keys 0-9, star and pound with what they choose.</summary>
    public ImmutableDictionary<char, TextNode> Keys(string field = "keys") => KeysOf(map.Map(field, required: true));

    /// <summary>Keys that lead to steps.</summary>
    public ImmutableDictionary<char, string> KeysToSteps()
    {
        var keys = Keys();
        _targets.AddRange(keys.Values.Select(k => (k.Value, k.At)));
        return keys.ToImmutableDictionary(k => k.Key, k => k.Value.Value);
    }

    /// <summary>Reviewed phrases by language, lower case and without accents.</summary>
    public ImmutableArray<string> Phrases(MapReader from, string field)
    {
        var byLanguage = from.Map(field);
        foreach (var entry in (byLanguage?.Entries ?? []).Where(e => !languages.Contains(e.Key.Value)))
            from.Findings.Add("unknown-language", entry.Key.At, $"'{entry.Key.Value}' is no language of the flow.", $"Write one of {string.Join(", ", languages)}.");
        return [.. (byLanguage?.Entries ?? []).SelectMany(e => byLanguage!.Texts(e.Key.Value)).Select(p => SpokenWords.Plain(p.Value)).Where(p => p.Length > 0)];
    }

    /// <summary>The key of a name: 0 to 9, star or pound; null if it is none.</summary>
    public static char? KeyOf(string name) =>
        name.Length == 1 && char.IsAsciiDigit(name[0]) ? name[0] : Named.TryGetValue(name, out var named) ? named : null;

    /// <summary>Keys of any mapping.</summary>
    public static ImmutableDictionary<char, TextNode> KeysOf(MapReader? keys)
    {
        var all = ImmutableDictionary.CreateBuilder<char, TextNode>();
        foreach (var entry in keys?.Entries ?? [])
        {
            var name = entry.Key.Value;
            if (KeyOf(name) is not { } key)
                keys!.Findings.Add("unknown-key", entry.Key.At, $"'{name}' is no key of a telephone.", "Write 0 to 9, star or pound.");
            else if (entry.Value is TextNode value)
                all[key] = value;
            else
                keys!.Findings.Add("not-text", entry.Value.At, "A key chooses one thing.", $"Write '{name}: name'.");
        }
        return all.ToImmutable();
    }
}
