using System.Collections.Immutable;
using Community211.Ivr.Files;

namespace Community211.Ivr.Flows.Files;

/// <summary>Phrases of needs beside each other: one that means two things, and one that a crisis phrase hides.</summary>
internal sealed class PhrasesCheck(ImmutableArray<TextNode> crisis, Findings findings)
{
    /// <summary>Nobody says more in one breath, and no speech recognition takes a longer hint.</summary>
    private const int MostCharacters = 100;

    private readonly HashSet<string> _crisis = crisis.Select(c => SpokenWords.Plain(c.Value)).ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _needs = new(StringComparer.Ordinal);

    /// <summary>The crisis phrases by themselves.</summary>
    public void LookAtCrisis()
    {
        foreach (var phrase in crisis)
            CanBeSaid(phrase);
    }

    /// <summary>The phrases of one need; to be called once for each.</summary>
    public void Look(string need, ImmutableArray<TextNode> phrases)
    {
        foreach (var phrase in phrases.Where(CanBeSaid))
        {
            var plain = SpokenWords.Plain(phrase.Value);
            if (Parts(plain).FirstOrDefault(_crisis.Contains) is { } hidden)
                findings.Add("phrase-is-crisis", phrase.At, $"'{phrase.Value}' is never heard as '{need}': it holds the crisis phrase '{hidden}'.", "Remove it here; or, if it does not mean a crisis, change the phrase under 'crisis'.");
            else if (!_needs.TryAdd(plain, need) && _needs[plain] != need)
                findings.Add("phrase-twice", phrase.At, $"'{phrase.Value}' stands under '{_needs[plain]}' and under '{need}'.", "Keep it under the need that callers mean by it.");
        }
    }

    private bool CanBeSaid(TextNode phrase)
    {
        if (phrase.Value.Length > MostCharacters)
            findings.Add("phrase-too-long", phrase.At, $"This phrase is longer than {MostCharacters} characters.", "Write the few words that callers say.");
        else if (SpokenWords.Plain(phrase.Value).Length == 0)
            findings.Add("phrase-empty", phrase.At, "This phrase has no letters, so nobody can say it.", "Write words, or remove it.");
        else
            return true;
        return false;
    }

    /// <summary>Every run of whole words.</summary>
    private static IEnumerable<string> Parts(string plain)
    {
        var words = plain.Split(' ');
        return Enumerable.Range(0, words.Length).SelectMany(i => Enumerable.Range(1, words.Length - i).Select(n => string.Join(' ', words, i, n)));
    }
}
