using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.People;

/// <summary>What is on a line besides words and keys. No Gather understands it; people hear it.</summary>
internal static class Sounds
{
    private const double Usual = 1;

    /// <summary>A tone, a noise or words of a script, at once.</summary>
    /// <returns>How long it lasts.</returns>
    public static TimeSpan Make(Leg leg, ScriptItem item)
    {
        if (item.Speak is { } words)
        {
            Fingers.Say(leg, words);
            return Verbs.Spoken.Length(words, leg.SpeakingRate);
        }
        var seconds = item.Seconds ?? Usual;
        if (item.Tone is { } tone)
            Tone(leg, tone, seconds);
        else
            Make(leg, "noise", item.Noise!, seconds);
        return TimeSpan.FromSeconds(seconds);
    }

    public static void Tone(Leg leg, string tone, double seconds) => Make(leg, "tone", tone, seconds);

    private static void Make(Leg leg, string kind, string sound, double seconds)
    {
        leg.Story.Tell(kind, ("sound", sound), ("seconds", seconds));
        Talks.Hear(leg, $"[{sound}]");
    }
}
