using Community211.Ivr.Trunk.Time;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>One leg in a room.</summary>
internal sealed class Participant(Conference room, Leg leg, DateTimeOffset joined)
{
    public Conference Room => room;

    public Leg Leg => leg;

    public DateTimeOffset Joined { get; } = joined;

    public DateTimeOffset Updated { get; set; } = joined;

    public bool Muted { get; set; }

    public bool Hold { get; set; }

    public bool StartOnEnter { get; init; } = true;

    public bool EndOnExit { get; set; }

    public string? Label { get; init; }

    /// <summary>Put out of the room by somebody else, or the room was ended.</summary>
    public Signal Removed { get; } = new();

    /// <summary>Time is real while somebody waits alone.</summary>
    public bool Alone { get; private set; }

    /// <summary>Stops the wait music.</summary>
    public Action? OnCompany { get; set; }

    public void SetAlone(bool alone)
    {
        if (alone == Alone)
            return;
        Alone = alone;
        if (alone)
            leg.Clock.EnterReal();
        else
        {
            leg.Clock.LeaveReal();
            OnCompany?.Invoke();
        }
    }
}
