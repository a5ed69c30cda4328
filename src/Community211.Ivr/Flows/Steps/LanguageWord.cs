using System.Collections.Immutable;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Files.Written;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Steps;

/// <summary><c>language: { en: "...", fr: "...", other: { es: "..." } }</c>, <c>keys</c>, <c>otherwise: unknown</c>, <c>next</c>.</summary>
public sealed class LanguageWord : IWord
{
    public string Name => "language";

    public Type Written => typeof(LanguageFile);

    public Step Read(StepReader reader)
    {
        var prompts = reader.Map.Map(Name, required: true);
        var spoken = reader.Languages
            .Select(l => (Language: l, Node: prompts?.Spoken(l, required: true)))
            .Where(p => p.Node is not null)
            .Select(p => new Spoken(p.Node!.Value, p.Language));
        var other = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (prompts?.Map(LanguageStep.OtherKey) is { } offers)
        {
            foreach (var entry in offers.Entries)
            {
                reader.Refer(ReferenceKind.Voice, entry.Key);
                other[entry.Key.Value] = offers.Spoken(entry.Key.Value, required: true)?.Value ?? "";
            }
        }
        var parts = spoken.ToImmutableArray();
        prompts?.Done();
        var keys = reader.Keys();
        foreach (var (_, node) in keys.Where(k => k.Value.Value != LanguageStep.OtherKey && !reader.Languages.Contains(k.Value.Value)))
            reader.Map.Findings.Add("unknown-language", node.At, $"'{node.Value}' is no language of the flow.", $"Write one of {string.Join(", ", reader.Languages)}, or other.");
        if (reader.Map.Text("otherwise") is var otherwise && otherwise.Length > 0 && otherwise != LanguageStep.Unknown)
            reader.Map.Findings.Add("language-otherwise", reader.Map.PlaceOf("otherwise"), "A caller who says nothing has no known language.", "Write 'otherwise: unknown'.");
        return new LanguageStep(
            reader.Id, parts, other.ToImmutable(),
            keys.ToImmutableDictionary(k => k.Key, k => k.Value.Value), reader.Target("next"));
    }
}
