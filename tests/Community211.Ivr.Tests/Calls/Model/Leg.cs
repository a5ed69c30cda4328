using System.Collections.Immutable;
using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Tests.Calls.Model;

/// <summary>Where a leg is, in truth.</summary>
internal enum LegPlace
{
    /// <summary>Dialled, and queued at the carrier.</summary>
    Dialled,
    Ringing,
    Document,
    Queue,
    Room,
    Line,
    Over,
}

/// <summary>A leg as the carrier has it: a caller's own, or one that was dialled with an offer.</summary>
internal sealed class Leg(string sid, string call, string number, string? offer, DateTimeOffset made)
{
    public string Sid => sid;

    /// <summary>The caller it belongs to; a caller's own leg: itself.</summary>
    public string Call => call;

    /// <summary>Who is at the other end.</summary>
    public string Number => number;

    public string? Offer => offer;

    public DateTimeOffset Made => made;

    public bool IsCaller => offer is null;

    public LegPlace Place { get; set; } = offer is null ? LegPlace.Document : LegPlace.Dialled;

    public bool IsOver => Place == LegPlace.Over;

    /// <summary>Raised when it is torn out of what it does: answers to older requests do not count.</summary>
    public int Generation { get; set; }

    public ImmutableArray<Directive> Document { get; set; } = [];

    public int Position { get; set; }

    public Listen? Listening { get; set; }

    public EnterLine? Line { get; set; }

    public JoinRoom? Room { get; set; }

    /// <summary>On hold in its room.</summary>
    public bool Held { get; set; }

    public DialLine? Outside { get; set; }

    /// <summary>When silence, a pause or ringing is over.</summary>
    public DateTimeOffset? Deadline { get; set; }

    public int Statuses { get; set; }

    public override string ToString() => $"{sid} {Place}{(Listening is null ? "" : " listening")}";
}
