using Community211.Ivr.Trunk.Verbs;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>Two legs hear each other.</summary>
internal static class Talks
{
    public static void Begin(Leg leg, Leg other)
    {
        if (!leg.TalkedWith.Add(other.Sid))
            return;
        leg.Story.Tell("talking", ("with", NumberOf(other)), ("leg", other.Sid));
        leg.Person.Talking(leg);
    }

    /// <summary>What one says, everybody hears who shares the bridge or the room.</summary>
    public static void Hear(Leg speaker, string words)
    {
        var seconds = Math.Round(Spoken.Length(words, speaker.SpeakingRate).TotalSeconds, 1);
        foreach (var other in Listeners(speaker))
            other.Story.Tell("hears", ("text", words), ("language", ""), ("voice", ""), ("seconds", seconds), ("from", NumberOf(speaker)));
    }

    private static Leg[] Listeners(Leg speaker) => speaker switch
    {
        { Bridge: { } other } => [other],
        { Participant: { } one } => [.. one.Room.ListenersOf(one).Select(other => other.Leg)],
        _ => [],
    };

    private static string NumberOf(Leg leg) => leg.Direction == LegDirection.Inbound ? leg.From : leg.To;
}
