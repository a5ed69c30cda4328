using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Flows.Checks;

/// <summary>What a prompt promises is what its keys do, in every language: no "press 3" without a key 3, no key that nobody hears of.</summary>
public sealed class PromptKeysRule : IRule
{
    /// <summary>Phrases that name the key which confirms or takes a call.</summary>
    private static readonly ImmutableArray<string> Confirmed = [Phrases.CallbackConfirm, Phrases.Whisper, Phrases.WhisperCrisis, Phrases.WhisperConsult];

    public void Check(FlowSet set, IReadOnlyList<FlowMap> maps, Findings findings)
    {
        foreach (var step in set.Flow.Steps.Values.OrderBy(s => set.Flow.At(s.Id).Line))
        {
            foreach (var (field, prompt, keys) in Prompts(set, step))
            {
                foreach (var language in prompt.ByLanguage.Keys.Order(StringComparer.Ordinal))
                    Compare(set, step.Id, field, language, prompt.ByLanguage[language], keys, findings);
            }
            if (step is LanguageStep choice)
                Compare(set, choice, findings);
            if (step is CallbackStep callback)
                ComparePromises(set, callback, findings);
        }
        ComparePhrases(set, findings);
    }

    /// <summary>What the service itself says to callers promises only keys that always work.</summary>
    private static void ComparePhrases(FlowSet set, Findings findings)
    {
        foreach (var (id, own) in Phrases.ToCallers.Select(p => (p, Own: (char?)null)).Concat(Confirmed.Select(p => (p, Own: (char?)CallbackStep.Confirm))))
        {
            foreach (var (language, text) in (set.Phrases.Texts.GetValueOrDefault(id)?.ByLanguage ?? []).OrderBy(t => t.Key, StringComparer.Ordinal))
            {
                if (set.Languages.GetValueOrDefault(language) is not { Press.IsEmpty: false } known)
                    continue;
                var promised = Announced.Keys(text, known);
                foreach (var key in promised.Where(k => k != own && !set.Flow.Always.ContainsKey(k)).Order())
                    findings.Add("promised-key-missing", set.Phrases.Where[$"{id}.{language}"], $"'{id}' in '{language}' promises the key {key}, which does nothing there.", $"Promise {(own is null ? "a key of 'always'" : $"the key {own}")}: {text}");
                if (own is { } wanted && !promised.Contains(wanted))
                    findings.Add("key-not-announced", set.Phrases.Where[$"{id}.{language}"], $"'{id}' in '{language}' does not announce the key {wanted}, which confirms.", $"Say it: \"{known.Press[0].Replace("{key}", wanted.ToString(), StringComparison.Ordinal)}\".");
            }
        }
    }

    /// <summary>The key that confirms stands in the phrase after the text.</summary>
    private static void ComparePromises(FlowSet set, CallbackStep callback, Findings findings)
    {
        foreach (var (language, text) in callback.Prompt.ByLanguage.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            if (set.Languages.GetValueOrDefault(language) is not { Press.IsEmpty: false } known)
                continue;
            foreach (var key in Announced.Keys(text, known).Where(k => k != CallbackStep.Confirm && !set.Flow.Always.ContainsKey(k)).Order())
                findings.Add("promised-key-missing", set.Flow.At(callback.Id, "callback"), $"The text of '{callback.Id}' in '{language}' promises the key {key}, which does nothing here.", $"Only {CallbackStep.Confirm} confirms; do not promise another: {text}");
        }
    }

    private static void Compare(FlowSet set, string step, string field, string language, string text, IReadOnlyCollection<char> keys, Findings findings)
    {
        if (set.Languages.GetValueOrDefault(language) is not { Press.IsEmpty: false } known)
            return;
        var promised = Announced.Keys(text, known);
        foreach (var key in promised.Where(k => !keys.Contains(k) && !set.Flow.Always.ContainsKey(k) && !EndsEntry(set.Flow.Steps[step], k)))
            findings.Add("promised-key-missing", set.Flow.At(step, field), $"The text of '{step}' in '{language}' promises the key {key}, which does nothing here.", $"Add it to 'keys', or do not promise it: {text}");
        foreach (var key in keys.Where(k => !promised.Contains(k)).Order())
            findings.Add("key-not-announced", set.Flow.At(step, "keys", key.ToString()), $"The key {key} of '{step}' is not announced in '{language}'.", $"Say it as callers of that language expect: \"{known.Press[0].Replace("{key}", key.ToString(), StringComparison.Ordinal)}\".");
    }

    /// <summary>An entry of several digits ends with the pound key.</summary>
    private static bool EndsEntry(Step step, char key) => key == '#' && step is AskStep { Digits: > 0 } or RegionStep;

    /// <summary>A choice of languages is one prompt: each key is announced in the language that it chooses.</summary>
    private static void Compare(FlowSet set, LanguageStep choice, Findings findings)
    {
        foreach (var (key, chosen) in choice.Keys.OrderBy(k => k.Key))
        {
            var texts = chosen == LanguageStep.OtherKey ? choice.Other.ToImmutableArray() : [.. choice.Prompts.Where(p => p.Language == chosen).Select(p => KeyValuePair.Create(p.Language, p.Text))];
            foreach (var (language, text) in texts)
            {
                if (set.Languages.GetValueOrDefault(language) is { Press.IsEmpty: false } known && !Announced.Keys(text, known).Contains(key))
                    findings.Add("key-not-announced", set.Flow.At(choice.Id, "keys", key.ToString()), $"The key {key} for '{language}' is not announced in that language.", $"Say it there: \"{known.Press[0].Replace("{key}", key.ToString(), StringComparison.Ordinal)}\".");
            }
        }
        foreach (var prompt in choice.Prompts.Concat(choice.Other.Select(o => new Spoken(o.Value, o.Key))))
        {
            if (set.Languages.GetValueOrDefault(prompt.Language) is not { Press.IsEmpty: false } known)
                continue;
            foreach (var key in Announced.Keys(prompt.Text, known).Where(k => !choice.Keys.ContainsKey(k) && !set.Flow.Always.ContainsKey(k)))
                findings.Add("promised-key-missing", set.Flow.At(choice.Id, "language", prompt.Language), $"The text of '{choice.Id}' in '{prompt.Language}' promises the key {key}, which does nothing here.", $"Add it to 'keys', or do not promise it: {prompt.Text}");
        }
    }

    private static IEnumerable<(string Field, Text Prompt, IReadOnlyCollection<char> Keys)> Prompts(FlowSet set, Step step) => step switch
    {
        MenuStep menu => [("menu", menu.Prompt, [.. menu.Keys.Keys])],
        AskStep ask => [("ask", ask.Prompt, [.. ask.Keys.Keys])],
        NeedStep need => [("need", need.Prompt, [.. need.Keys.Keys])],
        SayStep say => [("say", say.Prompt, [])],
        QueueStep queue => [("say", queue.Say, [])],
        RegionStep { Prompt: { } prompt } => [("say", prompt, [])],
        HangUpStep end => [("hang-up", end.Say, [])],
        TransferStep transfer => [("say", transfer.Say, [])],
        _ => [],
    };
}
