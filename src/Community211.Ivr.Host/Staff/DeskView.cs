using System.Collections.Immutable;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Host.Staff;

/// <summary>What an agent's desk shows.</summary>
/// <param name="Agent">Agent id.</param>
/// <param name="Region">The partner's region.</param>
/// <param name="State">off, available, away, offered, joining, talking, wrap-up.</param>
/// <param name="Reason">Why away; null in other states.</param>
/// <param name="Since">Since when in this state.</param>
/// <param name="Version">What commands name, so that none is decided on a state that has changed.</param>
/// <param name="Languages">Worked in, best first.</param>
/// <param name="LittleOf">Languages that the agent has a little of.</param>
/// <param name="Crisis">Trained for crisis calls.</param>
/// <param name="Offer">The caller who is being offered; null while none is.</param>
/// <param name="Call">The caller who was accepted; null while none is.</param>
/// <param name="Today">The agent's own figures.</param>
/// <param name="Queue">Those who wait for the region.</param>
public sealed record DeskView(
    string Agent,
    string Region,
    AgentPhase State,
    string? Reason,
    DateTimeOffset Since,
    int Version,
    ImmutableArray<string> Languages,
    ImmutableArray<string> LittleOf,
    bool Crisis,
    DeskOffer? Offer,
    DeskCall? Call,
    DeskFigures Today,
    DeskQueue Queue);

/// <summary>A caller who is being offered. The number is nobody's business yet.</summary>
/// <param name="Id">Named by accept and decline.</param>
/// <param name="Priority">general, urgent, crisis.</param>
/// <param name="Language">Id; null while unknown.</param>
/// <param name="Region">Id; null while unknown.</param>
/// <param name="Waited">Seconds in line.</param>
/// <param name="Accepted">Taken while the telephone still rings.</param>
/// <param name="CalledInBy">The agent who talks with the caller and calls this one in; null when the caller waits in line.</param>
public sealed record DeskOffer(string Id, Priority Priority, string? Language, string? Region, int Waited, bool Accepted, string? CalledInBy);

/// <summary>A caller who was accepted.</summary>
/// <param name="Call">CallSid; named by end and reveal.</param>
/// <param name="Priority">general, urgent, crisis.</param>
/// <param name="Language">Id; null while unknown.</param>
/// <param name="Region">Id; null while unknown.</param>
/// <param name="Need">Id of needs.yaml; null if the caller said none.</param>
/// <param name="Caller">The number without its last digits, or <c>unknown</c>: the whole of it only by reveal.</param>
/// <param name="Held">The caller is on hold.</param>
/// <param name="CalledIn">Who was called in; null while nobody is.</param>
/// <param name="CalledInBy">This agent was called in by that one; null when the call is this agent's own.</param>
public sealed record DeskCall(
    string Call, Priority Priority, string? Language, string? Region, string? Need, string Caller, bool Held, DeskConsult? CalledIn, string? CalledInBy);

/// <summary>Somebody who was called in.</summary>
/// <param name="To">Agent id, or a contact's name.</param>
/// <param name="Contact">Whether it is a contact.</param>
/// <param name="State">ringing: asked; coming: taken; here: in the room; leaving: the caller is being left to them.</param>
public sealed record DeskConsult(string To, bool Contact, ConsultState State);

/// <summary>How far somebody who was called in has come.</summary>
public enum ConsultState
{
    Ringing,
    Coming,
    Here,
    Leaving,
}

/// <summary>An agent's day so far, local time of the deployment.</summary>
/// <param name="Calls">Callers talked with.</param>
/// <param name="TalkSeconds">Time of talk.</param>
public sealed record DeskFigures(int Calls, int TalkSeconds);

/// <summary>Those in line.</summary>
/// <param name="Waiting">How many.</param>
/// <param name="LongestSeconds">How long the longest of them waits; 0 when nobody does.</param>
public sealed record DeskQueue(int Waiting, int LongestSeconds);
