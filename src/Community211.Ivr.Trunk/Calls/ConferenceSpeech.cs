using Community211.Ivr.Trunk.Verbs;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>The speaker events: somebody in a room began to speak, and stopped.</summary>
internal static class ConferenceSpeech
{
    public static void Say(Leg leg, string words)
    {
        if (leg.Participant is { Muted: false, Hold: false } one)
            _ = Speak(one, words);
    }

    private static async Task Speak(Participant one, string words)
    {
        var room = one.Room;
        room.Report("speaker", "participant-speech-start", one);
        try
        {
            await one.Leg.Pass(Spoken.Length(words, one.Leg.SpeakingRate), one.Here);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        room.Report("speaker", "participant-speech-stop", one);
    }
}
