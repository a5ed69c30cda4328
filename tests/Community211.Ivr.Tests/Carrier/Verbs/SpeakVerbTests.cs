using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Flows;

namespace Community211.Ivr.Tests.Carrier.Verbs;

// "Say voice, language ... Voice/language mismatch is an error." "No Indigenous languages -> recorded audio via <Play>."
public sealed class SpeakVerbTests
{
    [Fact]
    public void Parts_OfTwoLanguages_AreSaidInTheirOwnVoices() =>
        Twiml.Same(
            """
            <Say language="en-CA" voice="Polly.Joanna-Neural">You are in line.</Say>
            <Say language="fr-CA" voice="Polly.Gabrielle-Neural">Vous êtes en attente.</Say>
            """,
            new Speak([Twiml.English("You are in line."), Twiml.French("Vous êtes en attente.")]));

    [Fact]
    public void Part_WithoutAVoice_IsNeverSpokenInAnother() =>
        Twiml.Same(
            """<Say language="en-CA" voice="Polly.Joanna-Neural">Stay.</Say>""",
            new Speak([new Spoken("ᐃᓄᒃᑎᑐᑦ", "iu"), Twiml.English("Stay."), new Spoken("?", "xx")]));

    [Fact]
    public void Parts_NoneOfWhichCanBeSaid_AreASecondOfSilence()
    {
        Twiml.Same("""<Pause length="1"/>""", new Speak([new Spoken("ᐃᓄᒃᑎᑐᑦ", "iu")]));
        Twiml.Same("""<Pause length="1"/>""", new Speak([Twiml.English(" ")]));
        Twiml.Same("""<Pause length="1"/>""", new Speak([]));
        Twiml.Same("""<Pause length="1"/>""", new Speak(default));
    }

    [Fact]
    public void Text_WithMarkup_IsText() =>
        Twiml.Same(
            """<Say language="en-CA" voice="Polly.Joanna-Neural">Press &lt;1&gt; &amp; "wait"</Say>""",
            new Speak([Twiml.English("Press <1> & \"wait\"")]));
}
