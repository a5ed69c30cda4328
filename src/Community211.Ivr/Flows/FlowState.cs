using System.Collections.Immutable;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows;

/// <summary>Where a caller is in the flow and what is known of them. Nothing private: no number, no keys, no words.</summary>
public sealed record FlowState
{
    /// <summary>The step that asks, or the end that is heard; in line, what is asked meanwhile: empty when nothing (more) is.</summary>
    public string Step { get; init; } = "";

    /// <summary>How often the step has asked in vain.</summary>
    public int Tries { get; init; }

    /// <summary>The last answer was not understood, and the caller is told so.</summary>
    public bool Misheard { get; init; }

    /// <summary>The number of ours that was dialled.</summary>
    public string? Dialled { get; init; }

    /// <summary>The town that the numbering plan names for the caller's exchange.</summary>
    public string? Town { get; init; }

    /// <summary>Language id; null while unknown.</summary>
    public string? Language { get; init; }

    /// <summary>Region id; null while unknown.</summary>
    public string? Region { get; init; }

    /// <summary>Census division of the caller's postal code or town; null while unknown.</summary>
    public string? Division { get; init; }

    /// <summary>The signal that told the region: dialled-number, caller-number or postal-code.</summary>
    public string? RegionSource { get; init; }

    /// <summary>Places that an ambiguous postal code may mean, as FSA codes, one for each region.</summary>
    public ImmutableArray<string> Candidates { get; init; } = [];

    /// <summary>Need id; null while unknown.</summary>
    public string? Need { get; init; }

    public Priority Priority { get; init; }

    /// <summary>What the caller answered to <c>ask</c> steps, in order: labels, never entries of digits.</summary>
    public ImmutableArray<Given> Answers { get; init; } = [];

    /// <summary>When the caller asked to be called back; null if not.</summary>
    public DateTimeOffset? CallbackAt { get; init; }

    /// <summary>What the caller said of it, while it is asked and afterwards; null: nothing.</summary>
    public CallbackWish? Callback { get; init; }

    /// <summary>Whether the number that the caller calls from may be called.</summary>
    public bool Callable { get; init; }

    /// <summary>When the caller first came into a line; kept through every return. Null before.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>Cut off a moment ago: from when the place in line counts, once the caller is in one. Null: from then on.</summary>
    public DateTimeOffset? PlaceSince { get; init; }

    /// <summary>The line that the caller is in; null outside any.</summary>
    public LineState? Line { get; init; }

    /// <summary>Ids of the steps gone through, in order.</summary>
    public ImmutableArray<string> Path { get; init; } = [];
}

/// <summary>An answer to an <c>ask</c> step.</summary>
/// <param name="Name">What was asked, as the step names it.</param>
/// <param name="Value">The label of the key, or <c>given</c> for an entry of digits, which is private.</param>
public sealed record Given(string Name, string Value);

/// <summary>A caller's place in line.</summary>
/// <param name="Queue">Id of the queue step.</param>
/// <param name="Told">Whether the line's first message was heard.</param>
/// <param name="Forecast">What is known of the wait; null: nothing.</param>
/// <param name="ForecastTold">Whether the caller was told of it, after the first message.</param>
public sealed record LineState(string Queue, bool Told, Forecast? Forecast = null, bool ForecastTold = false);
