using System.Collections.Immutable;

namespace Community211.Ivr.Queues;

/// <summary>An offer that the matcher wants made.</summary>
/// <param name="Call">CallSid of the caller.</param>
/// <param name="To">Agent id, or a contact's name.</param>
/// <param name="Contact">Whether it is a contact.</param>
/// <param name="Because">Why this caller is next and why it is they who answer.</param>
/// <param name="InsteadOf">The best three who were free and lost.</param>
public sealed record PlannedOffer(string Call, string To, bool Contact, ImmutableArray<Reason> Because, ImmutableArray<Alternative> InsteadOf)
{
    /// <summary>All of it as reasons, in the order in which they are told.</summary>
    public ImmutableArray<Reason> ToReasons() => [Reason.Of("offer", ("to", To)), .. Because, .. InsteadOf.Select(a => a.Because.About("instead-of", ("other", a.Agent)))];
}
