using System.Text.Json.Nodes;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>Who hears whom in a room; each change is told in the listener's story.</summary>
internal static class ConferenceMix
{
    /// <summary>"Only that leg hears the coach"; a muted one is not heard; on hold one neither hears nor is heard.</summary>
    public static bool IsHeardBy(this Participant speaker, Participant listener) =>
        speaker != listener && Together(speaker, listener) && !speaker.Muted && speaker.SpeaksTo(listener);

    public static void Update(Conference room)
    {
        foreach (var one in room.Participants.ToArray())
        {
            var others = room.Participants.Where(other => other != one && Together(one, other)).ToArray();
            one.SetAlone(others.Length == 0);
            one.Sound?.Update();
            foreach (var other in others.Where(other => other.SpeaksTo(one)))
                Talks.Begin(one.Leg, other.Leg);
            Tell(one, [.. others.Where(other => other.IsHeardBy(one)).Select(other => other.Leg.Sid)]);
        }
    }

    private static bool Together(Participant one, Participant other) => one.Room.Status == "in-progress" && !one.Hold && !other.Hold;

    private static bool SpeaksTo(this Participant speaker, Participant listener) => !speaker.Coaching || speaker.CallSidToCoach == listener.Leg.Sid;

    private static void Tell(Participant one, string[] hears)
    {
        if (hears.SequenceEqual(one.Hears))
            return;
        one.Hears = hears;
        one.Leg.Story.Tell("hears-live", ("room", one.Room.Name), ("legs", new JsonArray([.. hears.Select(sid => (JsonNode)sid)])));
    }
}
