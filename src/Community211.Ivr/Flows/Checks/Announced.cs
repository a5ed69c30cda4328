using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Community211.Ivr.Languages;

namespace Community211.Ivr.Flows.Checks;

/// <summary>The keys that a prompt tells callers to press, found by how its language announces keys (<c>press</c> in languages.yaml).</summary>
public static class Announced
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>How files write a key.</summary>
    public static string NameOf(char key) => key switch
    {
        '*' => "star",
        '#' => "pound",
        _ => key.ToString(),
    };

    /// <summary>Keys 0-9, * and #, each once. "Press 1 or 2" announces both.</summary>
    public static ImmutableHashSet<char> Keys(string text, Language language)
    {
        var names = language.Star.Select(n => (Key: '*', Name: n)).Concat(language.Pound.Select(n => (Key: '#', Name: n))).ToList();
        var one = string.Join('|', names.Select(n => Regex.Escape(n.Name)).Prepend("[0-9]"));
        var found = ImmutableHashSet.CreateBuilder<char>();
        foreach (var press in language.Press)
        {
            var before = Regex.Escape(press).Replace(@"\{key}", "{key}", StringComparison.Ordinal).Replace(@"\ ", @"\s+", StringComparison.Ordinal);
            var pattern = before.Replace("{key}", $@"(?<key>{one})(?![0-9-])(?:\s*(?:,|\p{{L}}{{1,3}})\s+(?<key>{one})(?![0-9-]))*", StringComparison.Ordinal);
            foreach (Match match in Regex.Matches(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Longest))
            {
                foreach (Capture key in match.Groups["key"].Captures)
                    found.Add(names.Where(n => string.Equals(n.Name, key.Value, StringComparison.OrdinalIgnoreCase)).Select(n => n.Key).FirstOrDefault(key.Value[0]));
            }
        }
        return found.ToImmutable();
    }
}
