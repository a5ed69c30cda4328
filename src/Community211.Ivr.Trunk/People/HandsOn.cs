using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.People;

/// <summary>Somebody at a phone in the browser: answers, presses, talks and hangs up by POST /sim/calls/{sid}/act, and does nothing else.</summary>
internal sealed class HandsOn : IPerson
{
    // As long as the longest call: whoever dialled loses patience first.
    private static readonly TimeSpan Unanswered = TimeSpan.FromHours(4);

    public bool ByHand => true;

    public JsonArray Unused => [];

    public RingPlan Ring(Random random) => new(LegStatus.NoAnswer, Unanswered);

    public void Answered(Leg leg)
    {
    }

    public void Listening(Leg leg, Ear ear)
    {
    }

    public void Talking(Leg leg)
    {
    }
}
