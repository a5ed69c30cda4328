namespace Community211.Ivr.Flows.Differences;

/// <summary>One thing that a caller did.</summary>
public sealed record CarriedAnswer
{
    /// <summary>The step that was heard then; null while not known.</summary>
    public string? Step { get; init; }

    /// <summary>What was made of it, as in <see cref="Meaning"/>; null while only keys and words are known.</summary>
    public string? Taken { get; init; }

    /// <summary>Whether it was silence, or nothing that was understood; null when either would have given the same.</summary>
    public bool? Silent { get; init; }

    /// <summary>Keys, where no meaning is known; empty if none.</summary>
    public string Digits { get; init; } = "";

    /// <summary>Words, where no meaning is known; empty if none.</summary>
    public string Speech { get; init; } = "";

    /// <summary>The caller hung up; nothing comes after it.</summary>
    public bool HungUp { get; init; }

    public override string ToString() =>
        HungUp ? $"{Step}: hung up" : Taken is null ? $"{Step}: {(Digits.Length > 0 ? Digits : Speech)}" : Meaning.Read(Taken) switch
        {
            { Kind: MeaningKind.Outcome } meaning => $"{Step}: {meaning.Value}",
            { Kind: MeaningKind.Heard } => $"{Step}: heard",
            var meaning => $"{Step}: {meaning}",
        };
}
