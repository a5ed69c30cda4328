using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Time;

namespace Community211.Ivr.Trunk.People;

/// <summary>Somebody the service dialled: an agent by default, or a busy line and the like.</summary>
internal sealed class DialledPerson(PersonSettings settings, string number, UsedLines used, TrunkTime time, Desk? desk) : IPerson
{
    private static readonly TimeSpan RejectsAfter = TimeSpan.FromSeconds(1);
    private bool talked;
    private bool accepted;
    private IDisposable? talkEnds;

    public bool InRealTime => !settings.Fast;

    public JsonArray Unused => [];

    public RingPlan Ring(Random random) => Rings.Plan(settings, random, busy: used.Of(number) >= settings.Lines);

    public void Answered(Leg leg)
    {
        used.Take(leg, number);
        if (settings.Answer == "reject")
            leg.Clock.Schedule(RejectsAfter, () => HangUp(leg));
    }

    public void Listening(Leg leg, Ear ear)
    {
        if (settings.Answer != "agent" || !ear.TakesKeys)
            return;
        if (desk is not null && settings.Accepts == "api")
        {
            AcceptOnce(leg, desk);
            return;
        }
        if (settings.Key is not { } keys)
            return;
        var after = TimeSpan.FromSeconds(settings.AcceptAfter ?? Rings.Between(leg.Random, 1, 3));
        leg.Clock.Schedule(after, () => Press(leg, ear, keys));
    }

    public void Talking(Leg leg)
    {
        if (settings.DropAfter is { } seconds && !talked)
            leg.Clock.Schedule(TimeSpan.FromSeconds(seconds), () => HangUp(leg));
        talked = true;
        if (settings.Talk is not { } talk)
            return;
        talkEnds?.Dispose();
        talkEnds = leg.Clock.Schedule(TimeSpan.FromSeconds(talk), () => EndTalk(leg));
    }

    private void AcceptOnce(Leg leg, Desk at)
    {
        if (accepted)
            return;
        accepted = true;
        leg.Clock.Schedule(TimeSpan.FromSeconds(settings.AcceptAfter ?? Rings.Between(leg.Random, 1, 3)), () => _ = time.Run(() => at.Accept(leg)));
    }

    private static void Press(Leg leg, Ear ear, string keys)
    {
        if (!ear.IsOpen)
            return;
        foreach (var key in keys)
            Fingers.Press(leg, key);
    }

    private void EndTalk(Leg leg)
    {
        if (!leg.IsTalking)
            return;
        if (desk is null)
            HangUp(leg);
        else
            _ = time.Run(() => EndAtDesk(leg, desk));
    }

    /// <summary>Whose desk does not answer hangs up.</summary>
    private static async Task EndAtDesk(Leg leg, Desk at)
    {
        if (!await at.End(leg) && leg.IsTalking)
            HangUp(leg);
    }

    private static void HangUp(Leg leg) => leg.Interrupt(new EndInterruption(LegStatus.Completed, EndedBy.Agent));
}
