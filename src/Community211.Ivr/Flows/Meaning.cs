using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows;

/// <summary>
/// What was made of keys, speech or silence: stored with the fact in the place of what was pressed or said, and carried over when a call
/// is run through another flow.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">An outcome, a step's name, or why it is asked again; empty when there is nothing to say.</param>
/// <param name="Step">The step that the outcome belongs to; null for all other kinds.</param>
public sealed record Meaning(MeaningKind Kind, string Value = "", string? Step = null)
{
    /// <summary>Asked again after silence.</summary>
    public const string Silence = "silence";

    /// <summary>Asked again after an answer that was not understood.</summary>
    public const string Misheard = "misheard";

    public static Meaning Of(Step step, string outcome) => new(MeaningKind.Outcome, outcome, step.Id);

    /// <summary>From its text, for instance <c>outcome welcome fr</c> or <c>go crisis</c>.</summary>
    public static Meaning Read(string text)
    {
        var parts = text.Split(' ', 3);
        return parts[0] switch
        {
            "outcome" when parts.Length == 3 => new Meaning(MeaningKind.Outcome, parts[2], parts[1]),
            "go" when parts.Length == 2 => new Meaning(MeaningKind.Go, parts[1]),
            "language" when parts.Length == 2 => new Meaning(MeaningKind.Language, parts[1]),
            "crisis-words" when parts.Length == 2 => new Meaning(MeaningKind.CrisisWords, parts[1]),
            "again" when parts.Length == 2 => new Meaning(MeaningKind.Again, parts[1]),
            "heard" when parts.Length == 1 => new Meaning(MeaningKind.Heard),
            _ => throw new FormatException($"'{text}' is no meaning of an answer."),
        };
    }

    public override string ToString() => Kind switch
    {
        MeaningKind.Outcome => $"outcome {Step} {Value}",
        MeaningKind.Go => $"go {Value}",
        MeaningKind.CrisisWords => $"crisis-words {Value}",
        MeaningKind.Language => $"language {Value}",
        MeaningKind.Again => $"again {Value}",
        _ => "heard",
    };
}

/// <summary>Kinds of meaning.</summary>
public enum MeaningKind
{
    /// <summary>A message was heard to its end; nothing was asked.</summary>
    Heard,

    /// <summary>An outcome of the step that asked.</summary>
    Outcome,

    /// <summary>A key that works everywhere.</summary>
    Go,

    /// <summary>Words that mean crisis.</summary>
    CrisisWords,

    /// <summary>A language, chosen during the line's first message.</summary>
    Language,

    /// <summary>Not understood, or silence: the question is put again.</summary>
    Again,
}
