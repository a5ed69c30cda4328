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
    public async Task Say_WithSsml_KeepsItAsText()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/status" ? null : "<Say>Dial <say-as interpret-as=\"digits\">211</say-as> now</Say>");
        var call = await trunk.Play();
        Assert.Equal("Dial <say-as interpret-as=\"digits\">211</say-as> now", Assert.Single(call.Heard));
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
