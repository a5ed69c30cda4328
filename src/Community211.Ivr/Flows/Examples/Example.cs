using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Examples;

/// <summary>A call that operations staff wrote down, with what is to become of it.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Call">The call.</param>
/// <param name="Expected">What is to become of it.</param>
public sealed record Example(string Name, Place At, ScriptedCall Call, Expectation Expected);

/// <summary>What is to become of a call; null: whatever.</summary>
public sealed record Expectation
{
    /// <summary>Place of the whole.</summary>
    public required Place At { get; init; }

    /// <summary>Steps gone through; <c>...</c> stands for any.</summary>
    public ImmutableArray<string>? Path { get; init; }

    /// <summary>The queue step that the caller is in at the end.</summary>
    public string? Line { get; init; }

    /// <summary>Region id, or the province's: whose queue the caller came to.</summary>
    public string? Queue { get; init; }

    /// <summary>Language id, or <c>unknown</c>.</summary>
    public string? Language { get; init; }

    public Priority? Priority { get; init; }

    /// <summary>Need id, or <c>unknown</c>.</summary>
    public string? Need { get; init; }

    /// <summary>Longest time from the answer to the line.</summary>
    public TimeSpan? InLine { get; init; }

    /// <summary>How it ends: <c>waiting</c>, <c>goodbye</c> (we hung up) or <c>hung-up</c> (the caller did).</summary>
    public string? Ends { get; init; }

    /// <summary>Whether somebody who may answer is open when the call comes into line.</summary>
    public bool? Somebody { get; init; }

    /// <summary>Answers to <c>ask</c> steps, name and label.</summary>
    public ImmutableArray<Given> Answers { get; init; } = [];
}
