using System.Collections.Immutable;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Files.Written;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Steps;

/// <summary><c>menu: "..."</c>, <c>keys: { 1: step }</c>, <c>phrases: { 1: { en: [...] } }</c>, <c>otherwise: step</c>.</summary>
public sealed class MenuWord : IWord
{
    public string Name => "menu";

    public Type Written => typeof(MenuFile);

    public Step Read(StepReader reader)
    {
        var keys = reader.KeysToSteps();
        return new MenuStep(reader.Id, reader.Spoken(Name), keys, ReadPhrases(reader, keys), reader.Target("otherwise"));
    }

    private static ImmutableArray<MenuPhrase> ReadPhrases(StepReader reader, ImmutableDictionary<char, string> keys)
    {
        var all = ImmutableArray.CreateBuilder<MenuPhrase>();
        if (reader.Map.Map("phrases") is not { } byKey)
            return [];
        foreach (var entry in byKey.Entries)
        {
            if (StepReader.KeyOf(entry.Key.Value) is not { } key || !keys.TryGetValue(key, out var step))
            {
                byKey.Findings.Add("phrase-without-key", entry.Key.At, $"'{entry.Key.Value}' is no key of this menu.", "Put the phrases under a key that stands in 'keys'.");
                continue;
            }
            all.AddRange(reader.Phrases(byKey, entry.Key.Value).Select(p => new MenuPhrase(p, step)));
        }
        return all.ToImmutable();
    }
}
