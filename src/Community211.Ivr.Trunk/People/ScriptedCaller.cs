using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.People;

/// <summary>The simulated caller: follows a script, talks for a while once connected, then hangs up.</summary>
internal sealed class ScriptedCaller(IReadOnlyList<ScriptItem> script, Habits habits) : IPerson
{
    private static readonly TimeSpan BetweenKeys = TimeSpan.FromMilliseconds(250);
    private readonly TimeSpan reaction = TimeSpan.FromSeconds(habits.Reaction);
    private int done;
    private int keysDone;
    private bool planned;
    private IDisposable? talkEnds;

    public bool BarsKeys => habits.BarsKeys;

    public JsonArray Unused
    {
        get
        {
            var left = new JsonArray();
            for (var i = done; i < script.Count; i++)
            {
                var item = script[i];
                left.Add((JsonNode)(i == done && item.Press is { } keys ? item with { Press = keys[keysDone..] } : item).ToJson());
            }
            return left;
        }
    }

    public RingPlan Ring(Random random) => RingPlan.AtOnce;

    public void Answered(Leg leg)
    {
        if (habits.HangUpAfter is { } seconds)
            leg.Clock.Schedule(TimeSpan.FromSeconds(seconds), () => HangUp(leg), maySkip: false);
        Plan(leg, reaction);
    }

    public void Listening(Leg leg, Ear ear) => Plan(leg, reaction);

    public void Hears(Leg leg, string words)
    {
        if (!planned && done < script.Count && script[done].Hear is { } awaited && words.Contains(awaited, StringComparison.OrdinalIgnoreCase))
            Next(leg);
    }

    public void Talking(Leg leg)
    {
        if (habits.BarsTransfers && leg.Bridge?.ParentSid == leg.Sid)
        {
            leg.Story.Tell("barred", ("what", "transfers"), ("number", leg.Bridge.To));
            leg.Interrupt(new EndInterruption(LegStatus.Completed, EndedBy.Carrier));
            return;
        }
        talkEnds?.Dispose();
        var seconds = habits.Talk ?? 20 + (leg.Random.NextDouble() * 20);
        talkEnds = leg.Clock.Schedule(TimeSpan.FromSeconds(seconds), () => EndTalk(leg));
        Plan(leg, reaction);
    }

    // Somebody who lost the agent meanwhile goes on waiting.
    private static void EndTalk(Leg leg)
    {
        if (leg.IsTalking)
            HangUp(leg);
    }

    private static void HangUp(Leg leg) => leg.Interrupt(new EndInterruption(LegStatus.Completed, EndedBy.Caller));

    private void Plan(Leg leg, TimeSpan pause)
    {
        if (planned || done >= script.Count)
            return;
        var item = script[done];
        if (item.Wait is { } seconds)
            Later(leg, TimeSpan.FromSeconds(seconds), () => Next(leg));
        else if (item.HangUp)
            GiveUp(leg);
        else if ((item.Speak ?? item.Tone ?? item.Noise) is not null)
            Later(leg, Sounds.Make(leg, item), () => Next(leg));
        else if (Hears(leg, item))
            Later(leg, pause, () => Act(leg, item));
    }

    private void GiveUp(Leg leg)
    {
        done++;
        HangUp(leg);
    }

    private void Later(Leg leg, TimeSpan length, Action action)
    {
        planned = true;
        leg.Clock.Schedule(length, () =>
        {
            planned = false;
            action();
        });
    }

    private void Act(Leg leg, ScriptItem item)
    {
        if (!Hears(leg, item))
            return;
        if ((item.Say ?? item.Tell) is { } words)
        {
            Fingers.Say(leg, words);
            Next(leg);
            return;
        }
        Fingers.Press(leg, item.Press![keysDone++]);
        if (keysDone == item.Press.Length)
            Next(leg);
        else
            Plan(leg, BetweenKeys);
    }

    private void Next(Leg leg)
    {
        done++;
        keysDone = 0;
        Plan(leg, reaction);
    }

    private static bool Hears(Leg leg, ScriptItem item) =>
        item.Hear is null && (item.Tell is not null ? leg.IsTalking : leg.Ear is { IsOpen: true } ear && (item.Say is null ? ear.TakesKeys : ear.TakesSpeech));
}
