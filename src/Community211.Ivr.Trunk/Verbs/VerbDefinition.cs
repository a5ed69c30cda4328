namespace Community211.Ivr.Trunk.Verbs;

/// <summary>One verb as the registry knows it: its name, its attributes, how it is parsed.</summary>
internal sealed record VerbDefinition(string Name, IReadOnlySet<string> Attributes, Func<VerbElement, IVerb> Parse)
{
    public static VerbDefinition Of(string name, Func<VerbElement, IVerb> parse, params string[] attributes) =>
        new(name, attributes.ToHashSet(StringComparer.Ordinal), parse);
}
