using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.People;

/// <summary>The simulated caller: follows a script, talks for a while once connected, then hangs up.</summary>
internal sealed class ScriptedCaller(IReadOnlyList<ScriptItem> script, double? hangUpAfter, double? talk) : IPerson
{
    private static readonly TimeSpan Reaction = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenKeys = TimeSpan.FromMilliseconds(250);
    private int done;
    private int keysDone;
    private bool planned;
    private IDisposable? talkEnds;

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
        if (hangUpAfter is { } seconds)
            leg.Clock.Schedule(TimeSpan.FromSeconds(seconds), () => HangUp(leg), maySkip: false);
        Plan(leg, Reaction);
    }

    public void Listening(Leg leg, Ear ear) => Plan(leg, Reaction);

    public void Talking(Leg leg)
    {
        talkEnds?.Dispose();
        var seconds = talk ?? 20 + (leg.Random.NextDouble() * 20);
        talkEnds = leg.Clock.Schedule(TimeSpan.FromSeconds(seconds), () => EndTalk(leg));
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
        else if (Hears(leg, item))
            Later(leg, pause, () => Act(leg, item));
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
        if (item.Say is { } words)
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
        Plan(leg, Reaction);
    }

    private static bool Hears(Leg leg, ScriptItem item) =>
        leg.Ear is { IsOpen: true } ear && (item.Say is null ? ear.TakesKeys : ear.TakesSpeech);
}
