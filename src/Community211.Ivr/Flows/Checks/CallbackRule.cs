using System.Text.RegularExpressions;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Flows.Checks;

/// <summary>
/// Whoever is called back can be told everything, and whoever else answers is told nothing: a stranger, a child or a machine hears
/// neither our number nor our name.
/// </summary>
public sealed partial class CallbackRule : IRule
{
    [GeneratedRegex(@"2\W{0,2}1\W{0,2}1", RegexOptions.CultureInvariant)]
    private static partial Regex Ours();

    public void Check(FlowSet set, IReadOnlyList<FlowMap> maps, Findings findings)
    {
        if (set.Flow.Steps.Values.FirstOrDefault(s => s is CallbackStep) is not { } step)
            return;
        foreach (var missing in Phrases.OfCallbacks.Where(p => !set.Phrases.Texts.ContainsKey(p)))
            findings.Add("callback-phrase-missing", set.Flow.At(step.Id), $"'{step.Id}' calls people back, and '{missing}' is not in {PhrasesReader.File}.", $"Write it there, in every language of the flow; until then nobody is called back.");
        foreach (var phrase in (string[])[Phrases.CalledGreeting, Phrases.CalledMessage])
        {
            foreach (var (language, text) in (set.Phrases.Texts.GetValueOrDefault(phrase)?.ByLanguage ?? []).OrderBy(t => t.Key, StringComparer.Ordinal))
            {
                if (Ours().IsMatch(text))
                    findings.Add("callback-names-us", set.Phrases.Where[$"{phrase}.{language}"], $"'{phrase}' in '{language}' says 2-1-1, and anyone at that number may hear it.", $"Leave it out: 2-1-1 is said in '{Phrases.CalledWelcome}', once the person has pressed 1.");
            }
        }
    }
}
