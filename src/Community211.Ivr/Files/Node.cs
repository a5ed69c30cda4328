using System.Collections.Immutable;

namespace Community211.Ivr.Files;

/// <summary>A piece of a YAML file with its place. Every scalar is text: no guessing of types.</summary>
public abstract record Node(Place At);

/// <summary>A scalar as written.</summary>
/// <param name="At">Its place.</param>
/// <param name="Value">The text.</param>
/// <param name="Quoted">Whether it stood in quotes; spoken text must.</param>
public sealed record TextNode(Place At, string Value, bool Quoted) : Node(At);

/// <summary>A list.</summary>
public sealed record ListNode(Place At, ImmutableArray<Node> Items) : Node(At);

/// <summary>A mapping, in the order of the file.</summary>
public sealed record MapNode(Place At, ImmutableArray<MapEntry> Entries) : Node(At);

/// <summary>One line of a mapping.</summary>
public sealed record MapEntry(TextNode Key, Node Value);
