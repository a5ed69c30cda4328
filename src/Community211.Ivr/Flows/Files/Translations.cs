using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Files;

/// <summary>The wording of a flow in its other languages, each text beside the original that it translates.</summary>
public sealed class Translations(ImmutableArray<string> languages, Findings findings)
{
    private readonly Dictionary<(string Language, string Step, string Field), (TextNode Of, TextNode Text)> _texts = [];
    private readonly HashSet<(string, string, string)> _used = [];

    /// <summary>Reads one translation file, for instance <c>ontario.fr.yaml</c>.</summary>
    public void Read(string file, string text, string flow)
    {
        if (YamlSource.Read(file, text, findings) is not { } map)
            return;
        var root = new MapReader(map, findings);
        var language = root.Text("translation");
        root.Number("format", 1, 1, 1);
        if (root.Text("of") is var of && of != flow)
            findings.Add("translation-of", root.PlaceOf("of"), $"This translates '{of}', but the flow is '{flow}'.", $"Write 'of: {flow}', or rename the file.");
        if (!languages.Skip(1).Contains(language))
            findings.Add("translation-language", root.PlaceOf("translation"), $"'{language}' is no further language of the flow.", $"Add it to 'languages' of {flow}.yaml, or remove this file.");
        var steps = root.Map("steps", required: true);
        root.Done();
        foreach (var step in steps?.Entries ?? [])
        {
            if (steps!.Map(step.Key.Value) is not { } fields)
                continue;
            foreach (var field in fields.Entries)
            {
                if (fields.Map(field.Key.Value) is not { } pair)
                    continue;
                if (pair.Spoken("of", required: true) is { } original && pair.Spoken("text", required: true) is { } wording)
                {
                    if (!_texts.TryAdd((language, step.Key.Value, field.Key.Value), (original, wording)))
                        findings.Add("translation-twice", original.At, $"'{field.Key.Value}' of step '{step.Key.Value}' is translated into '{language}' twice.", "Keep one of the files.");
                }
                pair.Done();
            }
        }
    }

    /// <summary>A text in all languages; missing and stale translations are findings.</summary>
    public Text Of(string step, string field, TextNode original)
    {
        var all = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        all[languages[0]] = original.Value;
        foreach (var language in languages.Skip(1))
        {
            _used.Add((language, step, field));
            if (!_texts.TryGetValue((language, step, field), out var found))
            {
                findings.Add("translation-missing", original.At, $"'{field}' of step '{step}' is not translated into '{language}'.", $"Add it to the '{language}' file: {step}: {{ {field}: {{ of: \"{original.Value}\", text: \"...\" }} }}.");
                continue;
            }
            if (found.Of.Value != original.Value)
                findings.Add("translation-stale", found.Of.At, $"The original of '{field}' in step '{step}' is now: {original.Value}", "Review the translation, then copy the new original into 'of'.");
            all[language] = found.Text.Value;
        }
        return new Text(all.ToImmutable());
    }

    /// <summary>Reports translations of texts that are not in the flow. Call it last.</summary>
    public void Done()
    {
        foreach (var (key, value) in _texts.Where(t => !_used.Contains(t.Key)))
            findings.Add("translation-unknown", value.Of.At, $"Step '{key.Step}' has no text '{key.Field}'.", "Remove the translation, or correct the names.");
    }
}
