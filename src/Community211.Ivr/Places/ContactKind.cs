using System.Collections.Immutable;

namespace Community211.Ivr.Places;

/// <summary>What a contact is for. A flow may name a kind in place of a contact: then the caller's area has its own.</summary>
public enum ContactKind
{
    Other,
    Crisis,
    Distress,
    Police,
    Ambulance,
    Shelter,
    ChildrensAid,
    Health,
    Relay,
}

/// <summary>The kinds as files write them.</summary>
public static class ContactKinds
{
    private static readonly ImmutableDictionary<string, ContactKind> ByName = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        Enum.GetValues<ContactKind>().Select(k => KeyValuePair.Create(k == ContactKind.ChildrensAid ? "childrens-aid" : k.ToString().ToLowerInvariant(), k)));

    /// <summary>All names, for those who wrote another.</summary>
    public static ImmutableArray<string> Names => [.. ByName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The kind of that name; null when there is none.</summary>
    public static ContactKind? Read(string name) => ByName.TryGetValue(name, out var kind) ? kind : null;

    /// <summary>The kind that a flow means by a name; null when it is none. 'other' says nothing about who answers.</summary>
    public static ContactKind? InFlows(string name) => Read(name) is { } kind and not ContactKind.Other ? kind : null;
}
