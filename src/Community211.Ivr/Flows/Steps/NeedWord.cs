using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Files.Written;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Steps;

/// <summary><c>need: "..."</c>, <c>keys: { 1: shelter }</c>, <c>otherwise: general</c>, <c>next</c>.</summary>
public sealed class NeedWord : IWord
{
    public string Name => "need";

    public Type Written => typeof(NeedFile);

    public Step Read(StepReader reader)
    {
        var keys = reader.Keys();
        foreach (var need in keys.Values)
            reader.Refer(ReferenceKind.Need, need);
        if (reader.Map.Take("otherwise") is TextNode { Value.Length: > 0 } otherwise)
            reader.Refer(ReferenceKind.Need, otherwise);
        return new NeedStep(
            reader.Id,
            reader.Spoken(Name),
            keys.ToImmutableDictionary(k => k.Key, k => k.Value.Value),
            reader.Map.Text("otherwise"),
            reader.Target("next"));
    }
}
