using System.Collections.Immutable;

namespace Community211.Ivr.Flows.Model;

/// <summary>A spoken text in every language of the flow.</summary>
public sealed record Text(ImmutableDictionary<string, string> ByLanguage)
{
    /// <summary>
    /// The text in the caller's language; while that is unknown, or has no translation, in all languages of the flow one after the
    /// other, so that nobody hears only a language that they may not understand.
    /// </summary>
    public ImmutableArray<Spoken> For(string? language, ImmutableArray<string> all) =>
        language is not null && ByLanguage.TryGetValue(language, out var text)
            ? [new Spoken(text, language)]
            : [.. all.Where(ByLanguage.ContainsKey).Select(l => new Spoken(ByLanguage[l], l))];
}
