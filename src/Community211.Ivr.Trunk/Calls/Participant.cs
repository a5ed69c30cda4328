using Community211.Ivr.Trunk.Time;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>One leg in a room, or on its way into it.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "A token source without a timer holds nothing to release.")]
internal sealed class Participant(Conference room, Leg leg, RoomEntry entry, DateTimeOffset created)
{
    private readonly CancellationTokenSource here = new();

    public Conference Room => room;

    public Leg Leg => leg;

    public DateTimeOffset Created { get; } = created;

    public DateTimeOffset Updated { get; set; } = created;

    public string? Label => entry.Label;

    public bool StartOnEnter => entry.StartOnEnter;

    public int MaxParticipants => entry.MaxParticipants;

    public bool BeepOnEnter => entry.Beep is "true" or "onEnter";

    public bool BeepOnExit { get; set; } = entry.Beep is "true" or "onExit";

    public bool EndOnExit { get; set; } = entry.EndOnExit;

    public bool Muted { get; set; } = entry.Muted;

    public bool Hold { get; set; }

    public string? HoldUrl { get; set; }

    public string HoldMethod { get; set; } = "GET";

    public string? WaitUrl { get; set; } = entry.WaitUrl;

    public string WaitMethod { get; set; } = entry.WaitMethod;

    public bool Coaching { get; set; } = entry.CallSidToCoach is not null;

    public string? CallSidToCoach { get; set; } = entry.CallSidToCoach;

    /// <summary>Put out of the room by somebody else, or the room was ended.</summary>
    public Signal Removed { get; } = new();

    /// <summary>Cancelled on leaving.</summary>
    public CancellationToken Here => here.Token;

    /// <summary>Nobody else is in the conversation; time is real then.</summary>
    public bool Alone { get; private set; }

    public bool HadCompany { get; private set; }

    /// <summary>The legs that this one hears now.</summary>
    public IReadOnlyList<string> Hears { get; set; } = [];

    public RoomSound? Sound { get; set; }

    public void SetAlone(bool alone)
    {
        HadCompany |= !alone;
        if (alone == Alone)
            return;
        Alone = alone;
        if (alone)
            leg.Clock.EnterReal();
        else
            leg.Clock.LeaveReal();
    }

    public void Gone()
    {
        if (Alone)
            leg.Clock.LeaveReal();
        Alone = false;
        here.Cancel();
    }
}
