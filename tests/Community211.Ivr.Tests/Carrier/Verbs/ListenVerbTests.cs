using System.Xml.Linq;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Flows;

namespace Community211.Ivr.Tests.Carrier.Verbs;

// "Gather input(dtmf|speech|dtmf speech), action(current URL), method(POST), timeout(5; starts after nested verbs), numDigits,
// finishOnKey(# ; '' = none), language, hints, profanityFilter(true: masks words as f*** - set false on a crisis line so that key words
// are not lost). Nested: Say Play Pause. Empty result (incl. finishOnKey first) -> next verb, unless actionOnEmptyResult."
public sealed class ListenVerbTests
{
    private static readonly Target Then = new(Route.Step, Answer: 3);

    [Fact]
    public void OneKey_WithoutSpeech_TakesThePoundKeyToo() =>
        Twiml.Same(
            """
            <Gather input="dtmf" action="https://ivr.example.org/voice/step?answer=3" method="POST" timeout="4"
              numDigits="1" finishOnKey="">
              <Say language="en-CA" voice="Polly.Joanna-Neural">In a crisis, press 9.</Say>
              <Say language="fr-CA" voice="Polly.Gabrielle-Neural">Pour le français, faites le 2.</Say>
            </Gather>
            """,
            new Listen([Twiml.English("In a crisis, press 9."), Twiml.French("Pour le français, faites le 2.")], 1, null, [], 4, Then));

    [Fact]
    public void SeveralKeys_WithSpeech_EndWithPoundOrSilence() =>
        Twiml.Same(
            """
            <Gather input="dtmf speech" action="https://ivr.example.org/voice/wait?answer=3" method="POST" timeout="8" numDigits="6"
              finishOnKey="#" language="fr-CA" hints="code postal,K un A" speechTimeout="auto" profanityFilter="false">
              <Say language="fr-CA" voice="Polly.Gabrielle-Neural">Votre code postal?</Say>
            </Gather>
            """,
            new Listen([Twiml.French("Votre code postal?")], 6, "fr", ["code postal", "K un A"], 8, new Target(Route.Wait, Answer: 3)));

    [Fact]
    public void Speech_OfAnUnknownLanguage_IsLeftToTheKeys() =>
        Twiml.Same(
            """
            <Gather input="dtmf" action="https://ivr.example.org/voice/step?answer=3" method="POST" timeout="4"
              numDigits="1" finishOnKey=""/>
            """,
            new Listen([], 1, "xx", ["word"], 4, Then));

    [Fact]
    public void Parts_NoneOfWhichCanBeSaid_AreASecondOfSilence() =>
        Twiml.Same(
            """
            <Gather input="dtmf" action="https://ivr.example.org/voice/step?answer=3" method="POST" timeout="1"
              numDigits="1" finishOnKey="">
              <Pause length="1"/>
            </Gather>
            """,
            new Listen([new Spoken("ᐃᓄᒃᑎᑐᑦ", "iu")], 0, null, default, 0, Then));

    // "hints <= 500 x 100 chars".
    [Fact]
    public void Hints_TooManyOrWithCommas_StayWithinTheLimits()
    {
        var hints = Enumerable.Range(0, 600).Select(i => $"word {i}").Prepend("rent, late").Prepend(" ").Prepend(new string('x', 101));
        var gather = XElement.Parse(Twiml.Write(new Listen([], 1, "en", [.. hints], 4, Then))).Element("Gather")!;
        var written = gather.Attribute("hints")!.Value.Split(',');
        Assert.Equal(500, written.Length);
        Assert.Equal("rent  late", written[0]);
    }

    [Fact]
    public void Hints_None_AreNotNamed() =>
        Assert.Null(XElement.Parse(Twiml.Write(new Listen([], 1, "en", [], 4, Then))).Element("Gather")!.Attribute("hints"));
}
