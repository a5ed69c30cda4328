using System.Text.RegularExpressions;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>Why somebody may not come into a room, with the carrier's code: one for documents, one for the REST API.</summary>
internal static partial class RoomDoor
{
    private const int LongestLabel = 128;

    public static (int Code, string Why)? Refuses(Conference? room, RoomEntry entry, bool rest)
    {
        if (entry.Label is { } label)
        {
            if (label.Length is 0 or > LongestLabel || label.Contains('/', StringComparison.Ordinal) || label.Contains("%2F", StringComparison.OrdinalIgnoreCase) || CallSid().IsMatch(label))
                return (rest ? 16024 : 16023, $"Participant label '{label}' is invalid: 1 to {LongestLabel} characters, no '/', no call SID.");
            if (room?.Find(label) is not null)
                return (rest ? 16026 : 16025, $"Participant label '{label}' is in use by another participant of this conference.");
        }
        if (room?.Participants.Count >= entry.MaxParticipants)
            return (16020, $"The conference is full: nobody is let in above {entry.MaxParticipants}.");
        return entry.CallSidToCoach is { } coached ? Coach(room, coached, rest) : null;
    }

    /// <summary>Others came in while this one was being dialled.</summary>
    public static bool IsFull(Participant expected) => expected.Room.Participants.Count >= expected.MaxParticipants;

    /// <summary>Whom to coach must be in the room.</summary>
    public static (int Code, string Why)? Coach(Conference? room, string coached, bool rest)
    {
        if (!CallSid().IsMatch(coached))
            return (13240, $"'{coached}' is not the SID of a call that could be coached.");
        return room?.Participants.Exists(one => one.Leg.Sid == coached) == true
            ? null
            : (rest ? 16028 : 16027, $"Call {coached}, which is to be coached, is not present in the conference.");
    }

    [GeneratedRegex("^CA[0-9a-fA-F]{32}$")]
    private static partial Regex CallSid();
}
