using System.Collections.Immutable;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Files.Written;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Steps;

/// <summary><c>ask: "..."</c>, <c>as: name</c>, <c>keys: { 1: label }</c> or <c>digits: 4</c>, <c>next</c>, <c>otherwise</c>.</summary>
public sealed class AskWord : IWord
{
    private const int MostDigits = 20;

    /// <summary>One digit is a key: as an entry it would take 0 and 9 from those who need a person.</summary>
    private const int LeastDigits = 2;

    public string Name => "ask";

    public Type Written => typeof(AskFile);

    public Step Read(StepReader reader)
    {
        var digits = reader.Map.Number("digits", 0, LeastDigits, MostDigits);
        var labels = reader.Map.Has("digits") ? ImmutableDictionary<char, string>.Empty : reader.Keys().ToImmutableDictionary(k => k.Key, k => k.Value.Value);
        if (reader.Map.Has("digits") && reader.Map.Take("keys") is { } keys)
            reader.Map.Findings.Add("ask-both", keys.At, "A step asks for keys or for digits, not for both.", "Remove 'keys' or 'digits'.");
        if (labels.Values.FirstOrDefault(v => v is Step.NoAnswer or AskStep.Entry) is { } taken)
            reader.Map.Findings.Add("label-taken", reader.Map.PlaceOf("keys"), $"'{taken}' has a meaning of its own.", "Use another label.");
        return new AskStep(
            reader.Id, reader.Spoken(Name), reader.Map.OptionalText("as") ?? reader.Id, labels, digits, reader.Target("next"), reader.Target("otherwise"));
    }
}
