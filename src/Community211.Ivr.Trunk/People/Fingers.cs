using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.People;

/// <summary>Keys and words as they reach a leg; lost when nothing listens, as on a real line.</summary>
internal static class Fingers
{
    public static void Press(Leg leg, char key)
    {
        if (leg.Person.BarsKeys)
        {
            leg.Story.Tell("barred", ("what", "keys"), ("digits", key.ToString()));
            return;
        }
        leg.Story.Tell("presses", ("digits", key.ToString()));
        leg.Ear?.Press(key);
        if (leg.Bridge is { } other)
            other.Person.Digit(other, key);
    }

    public static void Say(Leg leg, string words)
    {
        leg.Story.Tell("says", ("text", words));
        leg.Ear?.Say(words);
        ConferenceSpeech.Say(leg, words);
        Talks.Hear(leg, words);
    }
}
