using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.People;

/// <summary>A machine that answers: a mailbox greets, beeps and records half a minute; a fax sends its tone. Neither presses a key.</summary>
internal sealed class AnsweringMachine(PersonSettings settings) : IPerson
{
    private const double UsualGreeting = 4;
    private const double Records = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    // "T1 = 35 ± 5 s": how long a fax tries to find out that another one is there (ITU-T T.30).
    private static readonly TimeSpan FaxGivesUp = TimeSpan.FromSeconds(35);

    public bool InRealTime => !settings.Fast;

    public bool IsHuman => false;

    public JsonArray Unused => [];

    public RingPlan Ring(Random random) => Rings.Plan(settings, random);

    public void Answered(Leg leg)
    {
        if (settings.Answer == "fax")
        {
            leg.Clock.Schedule(Pause, () => Sounds.Tone(leg, "CED", 3));
            HangUpAfter(leg, FaxGivesUp);
            return;
        }
        var greeting = TimeSpan.FromSeconds(settings.Greeting ?? UsualGreeting);
        leg.Clock.Schedule(Pause < greeting ? Pause : greeting, () => Fingers.Say(leg, "You have reached a mailbox. Please leave a message after the tone."));
        leg.Clock.Schedule(greeting, () =>
        {
            Sounds.Tone(leg, "beep", 0.5);
            leg.Story.Tell("records", ("seconds", Records));
        });
        HangUpAfter(leg, greeting + TimeSpan.FromSeconds(Records));
    }

    public void Listening(Leg leg, Ear ear)
    {
    }

    public void Talking(Leg leg)
    {
    }

    private static void HangUpAfter(Leg leg, TimeSpan after) =>
        leg.Clock.Schedule(after, () => leg.Interrupt(new EndInterruption(LegStatus.Completed, EndedBy.Agent)));
}
