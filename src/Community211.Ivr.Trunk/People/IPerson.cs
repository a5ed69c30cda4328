using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.People;

/// <summary>Somebody at the far end of a leg: picks up or not, presses keys, talks, hangs up.</summary>
internal interface IPerson
{
    RingPlan Ring(Random random);

    void Answered(Leg leg);

    /// <summary>A Gather began to listen on this person's leg.</summary>
    void Listening(Leg leg, Ear ear);

    /// <summary>Hears one key tone: sent by the carrier, or pressed by the other side of a bridge. Most people do nothing about it.</summary>
    void Digit(Leg leg, char key)
    {
    }

    /// <summary>Hears what a document says.</summary>
    void Hears(Leg leg, string words)
    {
    }

    /// <summary>Shares a started room or a bridge with somebody for the first time.</summary>
    void Talking(Leg leg);

    /// <summary>A person at a phone in the browser: does nothing by itself, and time is not skipped for what is waited for.</summary>
    bool ByHand => false;

    /// <summary>Takes as long as it takes, in fast calls too.</summary>
    bool InRealTime => ByHand;

    /// <summary>A human being whom somebody has reached by now, rather than a machine.</summary>
    bool IsHuman => true;

    /// <summary>Somebody whom a caller may be looking for: no machine, and no interpreter alone.</summary>
    bool CanHelp => IsHuman;

    /// <summary>Keys that are pressed never arrive.</summary>
    bool BarsKeys => false;

    /// <summary>What this person still meant to do.</summary>
    JsonArray Unused { get; }
}
