using System.Collections.Immutable;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Model;

/// <summary>A step of a flow. Each word of the language has one kind of step, in <c>Flows/Steps</c>.</summary>
/// <param name="Id">Its name in the flow.</param>
public abstract record Step(string Id)
{
    /// <summary>Built-in target that is legal only while in line: nothing more is asked.</summary>
    public const string KeepWaiting = "keep-waiting";

    /// <summary>The outcome when nobody answered, in words that let it be chosen.</summary>
    public const string NoAnswer = "otherwise";

    /// <summary>Where one can go from here.</summary>
    public abstract ImmutableArray<Edge> Edges { get; }

    /// <summary>The way out that an outcome takes; a step with one way may name its outcome after what it found. Null if there is none.</summary>
    public virtual Edge? EdgeOf(string outcome) => Edges.FirstOrDefault(e => e.Outcome == outcome) ?? (Edges is [var only] ? only : null);

    /// <summary>What the caller is asked here; null when the step needs no answer (now) and is passed.</summary>
    public virtual Question? Ask(FlowContext context) => null;

    /// <summary>Whether a caller who comes here is led on at once. Looked at once, on coming.</summary>
    public virtual bool IsPassed(FlowContext context) => Ask(context) is null;

    /// <summary>The keys that choose an outcome; null when keys alone do not.</summary>
    public virtual string? KeysFor(string outcome) => null;

    /// <summary>The outcome of an answer; null when it is not understood. Silence never comes here.</summary>
    public virtual string? Understand(FlowContext context, Answer answer) => null;

    /// <summary>The outcome when no answer came, or none was understood often enough; of a step that asks nothing, its only one.</summary>
    public abstract string Otherwise(FlowContext context);

    /// <summary>What an outcome changes and where it leads; a null target means that this step asks once more.</summary>
    public abstract Move Take(FlowContext context, string outcome);
}

/// <summary>A way out of a step.</summary>
/// <param name="Outcome">Its name.</param>
/// <param name="Target">Step id, or <see cref="Step.KeepWaiting"/>.</param>
/// <param name="ByCaller">Whether only the caller can choose it.</param>
public sealed record Edge(string Outcome, string Target, bool ByCaller);

/// <summary>What a step asks.</summary>
/// <param name="Parts">What is said.</param>
/// <param name="Keys">How many keys at most, 1 or more.</param>
/// <param name="Speech">Language understood, or null for keys alone.</param>
/// <param name="Hints">Words to expect in speech.</param>
/// <param name="Listens">False for a message that asks nothing: keys that always work do, and any other key goes on.</param>
public sealed record Question(ImmutableArray<Spoken> Parts, int Keys, string? Speech, ImmutableArray<string> Hints, bool Listens = true)
{
    /// <summary>A message that asks nothing.</summary>
    public static Question Told(ImmutableArray<Spoken> parts) => new(parts, 1, null, [], Listens: false);
}

/// <summary>What a caller gave.</summary>
/// <param name="Digits">Keys, empty if none.</param>
/// <param name="Speech">Words, empty if none.</param>
public sealed record Answer(string Digits, string Speech)
{
    public bool IsSilence => Digits.Length == 0 && Speech.Length == 0;
}

/// <summary>What an outcome does.</summary>
/// <param name="State">The state after it.</param>
/// <param name="Target">Where it leads; null: the same step asks once more.</param>
/// <param name="Reason">Why, for those who ask later; null if it explains nothing.</param>
public sealed record Move(FlowState State, string? Target, Reason? Reason = null);
