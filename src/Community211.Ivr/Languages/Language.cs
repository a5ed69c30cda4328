using System.Collections.Immutable;

namespace Community211.Ivr.Languages;

/// <summary>A language of <c>languages.yaml</c>.</summary>
/// <param name="Id">As flows name it, for instance <c>fr</c>.</param>
/// <param name="Tag">BCP-47 tag for speech, for instance <c>fr-CA</c>.</param>
/// <param name="Voice">The carrier's voice for texts in this language; null: no voice, so no text is ever spoken in it.</param>
/// <param name="Names">Its name in other languages, by language id.</param>
public sealed record Language(string Id, string Tag, string? Voice, ImmutableDictionary<string, string> Names)
{
    /// <summary>In <see cref="Press"/>: where the key stands.</summary>
    public const string KeyName = "{key}";

    /// <summary>How texts announce a key, lower case, each with <see cref="KeyName"/>: <c>press {key}</c>.</summary>
    public ImmutableArray<string> Press { get; init; } = [];

    /// <summary>Names of the star key in texts, lower case.</summary>
    public ImmutableArray<string> Star { get; init; } = [];

    /// <summary>Names of the pound key in texts, lower case.</summary>
    public ImmutableArray<string> Pound { get; init; } = [];

    /// <summary>The language's name in another language; in English, else its id, where that is not known.</summary>
    public string NameIn(string language) =>
        Names.TryGetValue(language, out var name) || Names.TryGetValue("en", out name) ? name : Id;
}
