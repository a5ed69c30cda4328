using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Flows.Checks;

/// <summary>Every recording says what is still said somewhere. A changed text is spoken until it is recorded again.</summary>
public sealed class AudioRule : IRule
{
    public void Check(FlowSet set, IReadOnlyList<FlowMap> maps, Findings findings)
    {
        if (set.Audio.Clips.IsEmpty)
            return;
        var said = set.Flow.Steps.Values.SelectMany(Texts).Concat(set.Phrases.Texts.Values.SelectMany(Parts)).ToHashSet();
        foreach (var clip in set.Audio.Clips.Where(c => !said.Contains(new Spoken(c.Says, c.Language))))
        {
            var near = said.Where(s => s.Language == clip.Language).Select(s => (s.Text, Shared: Shared(s.Text, clip.Says))).Where(s => s.Shared > 0).OrderByDescending(s => s.Shared).ThenBy(s => s.Text, StringComparer.Ordinal).Select(s => s.Text).FirstOrDefault();
            findings.Add(
                "recording-stale", clip.At, $"Nothing says this any more: '{clip.File}' is never played, and what is said now is spoken.",
                near is null ? "Remove the recording." : $"Record it again, then copy the text into 'says'; it may be this one now: {near}", Severity.Warning);
        }
    }

    private static int Shared(string a, string b) => a.Split(' ').Intersect(b.Split(' '), StringComparer.OrdinalIgnoreCase).Count();

    private static IEnumerable<Spoken> Parts(Text text) => text.ByLanguage.Select(t => new Spoken(t.Value, t.Key));

    private static IEnumerable<Spoken> Texts(Step step) => step switch
    {
        LanguageStep choice => choice.Prompts.Concat(choice.Other.Select(o => new Spoken(o.Value, o.Key))),
        CallbackStep callback => Parts(callback.Prompt),
        MenuStep menu => Parts(menu.Prompt),
        AskStep ask => Parts(ask.Prompt),
        NeedStep need => Parts(need.Prompt),
        SayStep say => Parts(say.Prompt),
        QueueStep queue => Parts(queue.Say),
        RegionStep { Prompt: { } prompt } => Parts(prompt),
        HangUpStep end => Parts(end.Say),
        TransferStep transfer => Parts(transfer.Say),
        _ => [],
    };
}
