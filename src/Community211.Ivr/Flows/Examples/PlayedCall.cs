using System.Collections.Immutable;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Examples;

/// <summary>What became of a scripted call.</summary>
/// <param name="State">Where the caller is at the end.</param>
/// <param name="Turns">What was heard and done, in order.</param>
/// <param name="End">Why it was not played on.</param>
/// <param name="Lasted">Time from the answer to there.</param>
/// <param name="InLineAfter">Time from the answer to the line; null if the call came into none.</param>
/// <param name="Unused">What the caller never came to do.</param>
/// <param name="Ways">The ways out of steps that were taken, in order.</param>
public sealed record PlayedCall(
    FlowState State, ImmutableArray<PlayedTurn> Turns, PlayEnd End, TimeSpan Lasted, TimeSpan? InLineAfter, ImmutableArray<Doing> Unused, ImmutableArray<Way> Ways)
{
    public IEnumerable<Reason> Reasons => Turns.SelectMany(t => t.Reasons);
}

/// <summary>One exchange.</summary>
/// <param name="At">Time from the answer to its beginning.</param>
/// <param name="Step">The step that is heard, of a line its first message; empty for the service's own messages in line.</param>
/// <param name="Heard">What the caller hears.</param>
/// <param name="Did">What the caller does then.</param>
/// <param name="Listened">Whether something was asked.</param>
/// <param name="Taken">What was made of it; null when nothing was to be made of it.</param>
/// <param name="Reasons">Why it went on as it did; of the first turn also why it came there.</param>
public sealed record PlayedTurn(TimeSpan At, string Step, ImmutableArray<Spoken> Heard, Doing Did, bool Listened, Meaning? Taken, ImmutableArray<Reason> Reasons);

/// <summary>Why a played call is not played on.</summary>
public enum PlayEnd
{
    /// <summary>In line; nothing (more) is asked, and the caller has nothing left to do.</summary>
    Waiting,

    /// <summary>We hung up after a goodbye.</summary>
    Ended,

    /// <summary>The caller hung up.</summary>
    HungUp,

    /// <summary>In no line, and nothing follows.</summary>
    Stranded,

    /// <summary>Came back to where it had been without the caller doing anything.</summary>
    Circle,
}
