using System.Collections.Immutable;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Steps;

/// <summary><c>need: "..."</c>, <c>keys: { 1: shelter }</c>, <c>otherwise: general</c>, <c>next</c>.</summary>
public sealed class NeedWord : IWord
{
    public string Name => "need";

    public Step Read(StepReader reader) => new NeedStep(
        reader.Id,
        reader.Spoken(Name),
        reader.Keys().ToImmutableDictionary(k => k.Key, k => k.Value.Value),
        reader.Map.Text("otherwise"),
        reader.Target("next"));
}
