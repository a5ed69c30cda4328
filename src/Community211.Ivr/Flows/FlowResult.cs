using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows;

/// <summary>What a step came to.</summary>
/// <param name="State">The state after it.</param>
/// <param name="Reasons">Why, in order.</param>
/// <param name="Taken">What was made of the answer, by meaning; null when there was none.</param>
public sealed record FlowResult(FlowState State, ImmutableArray<Reason> Reasons, string? Taken)
{
    /// <summary>The ways out of steps that were taken, in order.</summary>
    public ImmutableArray<Way> Ways { get; init; } = [];
}

/// <summary>A way out of a step that was taken.</summary>
/// <param name="Step">The step.</param>
/// <param name="Outcome">Its outcome, as the step named it then.</param>
public sealed record Way(string Step, string Outcome);

/// <summary>What a caller hears at a state.</summary>
/// <param name="Question">What is said, and which answers are taken.</param>
/// <param name="Patience">Silence allowed after it.</param>
/// <param name="Ends">The call ends after it.</param>
public sealed record FlowView(Question Question, TimeSpan Patience, bool Ends)
{
    private const double WordsPerSecond = 150 / 60.0;

    /// <summary>Recordings in the place of speech. Default: none.</summary>
    public AudioModel Audio { get; init; } = AudioModel.None;

    /// <summary>
    /// How long it lasts for a caller who does nothing: a recording's length, else 150 words a minute (the rate that plans are made
    /// with), then patience.
    /// </summary>
    public TimeSpan Length =>
        TimeSpan.FromSeconds(Question.Parts.Sum(p => Audio.Of(p)?.Length.TotalSeconds ?? (Words(p.Text) / WordsPerSecond))) + Patience;

    private static int Words(string text) => text.Split([' ', '-', '\n'], StringSplitOptions.RemoveEmptyEntries).Length;
}
