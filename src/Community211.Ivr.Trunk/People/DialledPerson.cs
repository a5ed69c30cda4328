using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.People;

/// <summary>Somebody the service dialled: an agent by default, or a mailbox, a busy line and the like.</summary>
internal sealed class DialledPerson(PersonSettings settings) : IPerson
{
    private static readonly TimeSpan MailboxRecords = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RejectsAfter = TimeSpan.FromSeconds(1);

    public JsonArray Unused => [];

    public RingPlan Ring(Random random)
    {
        var seconds = settings.RingFor ?? Between(random, 2, 6);
        return settings.Answer switch
        {
            "busy" => new RingPlan(LegStatus.Busy, TimeSpan.FromSeconds(settings.RingFor ?? 0.5)),
            "failed" => new RingPlan(LegStatus.Failed, TimeSpan.FromSeconds(settings.RingFor ?? 0.2)),
            "no-answer" => new RingPlan(LegStatus.NoAnswer, TimeSpan.FromHours(4)),
            _ => new RingPlan(LegStatus.InProgress, TimeSpan.FromSeconds(seconds)),
        };
    }

    public void Answered(Leg leg)
    {
        if (settings.Answer == "mailbox")
            HangUpAfter(leg, MailboxRecords);
        else if (settings.Answer == "reject")
            HangUpAfter(leg, RejectsAfter);
    }

    public void Listening(Leg leg, Ear ear)
    {
        if (settings.Answer != "agent" || settings.Key is not { } keys || !ear.TakesKeys)
            return;
        var after = TimeSpan.FromSeconds(settings.AcceptAfter ?? Between(leg.Random, 1, 3));
        leg.Clock.Schedule(after, () => Press(leg, ear, keys));
    }

    public void Talking(Leg leg)
    {
        if (settings.DropAfter is { } seconds)
            HangUpAfter(leg, TimeSpan.FromSeconds(seconds));
    }

    private static void Press(Leg leg, Ear ear, string keys)
    {
        if (!ear.IsOpen)
            return;
        foreach (var key in keys)
            Fingers.Press(leg, key);
    }

    private static void HangUpAfter(Leg leg, TimeSpan after) =>
        leg.Clock.Schedule(after, () => leg.Interrupt(new EndInterruption(LegStatus.Completed, EndedBy.Agent)));

    private static double Between(Random random, double low, double high) => low + (random.NextDouble() * (high - low));
}
