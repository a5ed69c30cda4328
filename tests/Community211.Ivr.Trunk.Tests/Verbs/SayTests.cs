using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Verbs;

public sealed class SayTests
{
    // "Case-sensitive; a document is run top to bottom; end of document = hang-up."
    [Fact]
    public async Task Document_OfTwoSays_IsRunTopToBottomAndHangsUp()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/status" ? null : "<Say>One two three.</Say><Say language=\"fr-CA\">Quatre.</Say>");
        var call = await trunk.Play();
        Assert.Equal(["One two three.", "Quatre."], call.Heard);
        Assert.Equal("service", (string?)call.The("ended")["by"]);
        Assert.Equal("completed", (string?)call.The("ended")["status"]);
        Assert.Equal("fr-CA", (string?)call.Of("hears")[1]["language"]);
    }

    // "voice, language, loop(1; 0=≤1000)"
    [Fact]
    public async Task Say_WithLoop_IsHeardThatOften()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/status" ? null : "<Say loop=\"3\">Again.</Say>");
        Assert.Equal(3, (await trunk.Play()).Heard.Length);
    }

    // "Text plus SSML break, emphasis, lang, …"
    [Fact]
    public async Task Say_WithSsml_IsHeardAsWordsAndKeepsItsMarkup()
    {
        const string markup = "Dial <say-as interpret-as=\"digits\">211</say-as><break time=\"3s\"/> <sub alias=\"or else\">o.e.</sub> &amp; wait";
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? $"<Say voice=\"Polly.Joanna\">{markup}</Say>" : null);
        var call = await trunk.Play();
        Assert.Equal("Dial 211 or else & wait", Assert.Single(call.Heard));
        Assert.Equal(markup.Replace("\"/>", "\" />", StringComparison.Ordinal), (string?)call.The("hears")["ssml"]);
        Assert.Empty(call.Warnings);
        Assert.True((double)call.The("hears")["seconds"]! > 3);
    }

    // "Voice/language mismatch is an error." And Twilio's page of Say: "Using an invalid combination of voice and language may result in
    // error and <Say> instruction failure."
    [Theory]
    [InlineData("voice=\"Polly.Gabrielle-Neural\" language=\"en-US\"")]
    [InlineData("voice=\"Google.fr-CA-Wavenet-A\" language=\"en-CA\"")]
    [InlineData("voice=\"Polly.Joanna\" language=\"fr-CA\"")]
    public async Task Say_OfALanguageThatItsVoiceDoesNotSpeak_IsNotSaid(string attributes)
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? $"<Gather timeout=\"1\"><Say {attributes}>Bonjour.</Say></Gather><Say>Next verb.</Say>" : null);
        var call = await trunk.Play();
        Assert.Equal([13511], call.Warnings);
        Assert.Equal(["Next verb."], call.Heard);
    }

    // 13511 "Invalid voice value", 13512 "invalid language attribute value", each a warning; "SSML needs Polly/Google voices."
    [Theory]
    [InlineData("<Say language=\"xx-YY\">Bonjour.</Say>", 13512)]
    [InlineData("<Say language=\"\">Bonjour.</Say>", 13512)]
    [InlineData("<Say voice=\"Nope.X\">Bonjour.</Say>", 13511)]
    [InlineData("<Say voice=\"Darth\">Bonjour.</Say>", 13511)]
    [InlineData("<Say voice=\"alice\"><emphasis>Bonjour.</emphasis></Say>", 13520)]
    [InlineData("<Say loop=\"many\">Bonjour.</Say>", 13510)]
    [InlineData("<Say voice=\"Polly.Joanna\"><shout>Bonjour.</shout></Say>", 12200)]
    public async Task Say_WithAValueThatDoesNotFit_IsToldAndSaid(string say, int code)
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? say : null);
        var call = await trunk.Play();
        Assert.Equal([code], call.Warnings);
        Assert.Equal(["Bonjour."], call.Heard);
    }

    [Fact]
    public async Task Say_WithoutLanguage_SpeaksThatOfItsVoice()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Say voice=\"Polly.Chantal\">Bonjour.</Say>" : null);
        Assert.Equal("fr-CA", (string?)(await trunk.Play()).The("hears")["language"]);
    }

    // 13520 "Say: Invalid text", 13521 "Say element character limits exceeded"
    [Theory]
    [InlineData(0, 13520)]
    [InlineData(4097, 13521)]
    public async Task Say_OfNothingOrTooMuch_IsNotSaid(int length, int code)
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? $"<Say>{new string('a', length)}</Say><Say>Next verb.</Say>" : null);
        var call = await trunk.Play();
        Assert.Equal([code], call.Warnings);
        Assert.Equal(["Next verb."], call.Heard);
    }

    [Theory]
    [InlineData("one two three", 3)]
    [InlineData("2-1-1", 3)]
    [InlineData("press 211", 4)]
    [InlineData("l'été", 1)]
    public void Length_OfText_CountsWordsAndEachDigit(string text, int words)
    {
        var length = Trunk.Verbs.Spoken.Length(text, 60);
        Assert.Equal(words, length.TotalSeconds, 3);
    }

    [Fact]
    public void Length_OfNothing_IsHalfASecond() => Assert.Equal(0.5, Trunk.Verbs.Spoken.Length("", 170).TotalSeconds);
}
