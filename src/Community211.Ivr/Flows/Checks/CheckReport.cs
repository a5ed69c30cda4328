using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Examples;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Checks;

/// <summary>What a check came to.</summary>
public sealed record CheckReport
{
    /// <summary>The files, resolved; null when they have errors, and then they never go live.</summary>
    public FlowSet? Set { get; init; }

    /// <summary>Whether the rules and the examples could be looked at; some errors must be mended first.</summary>
    public bool Proven { get; init; }

    /// <summary>What is wrong, by file and line.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>The examples as they went; empty when they could not be played.</summary>
    public ImmutableArray<ExampleResult> Examples { get; init; } = [];

    /// <summary>What the examples go through; null when they could not be played.</summary>
    public Coverage? Coverage { get; init; }

    /// <summary>How long silent callers are on the way to the line, for each case that differs.</summary>
    public ImmutableArray<TimeToLine> Times { get; init; } = [];

    /// <summary>The longest way that any caller can take to the line without coming to a step twice; null when it was not looked for.</summary>
    public LongestWay? Longest { get; init; }
}
