namespace Community211.Ivr.Flows;

/// <summary>A spoken text that is another than before.</summary>
/// <param name="Where">Step and field, <c>person.say</c>; for what the service itself says, <c>phrases.one-moment</c>.</param>
/// <param name="Language">Id.</param>
/// <param name="Before">The old text; null where there was none.</param>
/// <param name="After">The new text; null where there is none any more.</param>
public sealed record PromptChange(string Where, string Language, string? Before, string? After)
{
    public override string ToString() => (Before, After) switch
    {
        (null, _) => $"{Where} [{Language}]: new: \"{After}\"",
        (_, null) => $"{Where} [{Language}]: no longer: \"{Before}\"",
        _ => $"{Where} [{Language}]: \"{Before}\" is now \"{After}\"",
    };
}
