using System.Collections.Immutable;
using Community211.Ivr.Files;

namespace Community211.Ivr.Flows.Files;

/// <summary>Phrases of needs beside each other: one that means two things, and one that a crisis phrase hides.</summary>
internal sealed class PhrasesCheck(ImmutableArray<TextNode> crisis, Findings findings)
{
    private readonly ImmutableArray<string> _crisis = [.. crisis.Select(c => SpokenWords.Plain(c.Value)).Where(c => c.Length > 0)];
    private readonly Dictionary<string, string> _needs = new(StringComparer.Ordinal);

    /// <summary>The phrases of one need; to be called once for each.</summary>
    public void Look(string need, ImmutableArray<TextNode> phrases)
    {
        foreach (var phrase in phrases)
        {
            var plain = SpokenWords.Plain(phrase.Value);
            if (plain.Length == 0)
                findings.Add("phrase-empty", phrase.At, "This phrase has no letters, so nobody can say it.", "Write words, or remove it.");
            else if (_crisis.FirstOrDefault(c => SpokenWords.Contains(plain, c)) is { } hidden)
                findings.Add("phrase-is-crisis", phrase.At, $"'{phrase.Value}' is never heard as '{need}': it holds the crisis phrase '{hidden}'.", "Remove it here; or, if it does not mean a crisis, change the phrase under 'crisis'.");
            else if (!_needs.TryAdd(plain, need) && _needs[plain] != need)
                findings.Add("phrase-twice", phrase.At, $"'{phrase.Value}' stands under '{_needs[plain]}' and under '{need}'.", "Keep it under the need that callers mean by it.");
        }
    }
}
