using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Verbs;

public sealed class RedirectTests
{
    // "text URL; blank = itself"
    [Fact]
    public async Task Redirect_Blank_IsTheDocumentItself()
    {
        var times = 0;
        await using var trunk = await TrunkDriver.Start(asked => asked.Path != "/inbound" ? null : ++times < 3 ? "<Redirect/>" : "<Hangup/>");
        await trunk.Play();
        Assert.Equal(3, trunk.Web.At("/inbound").Count);
    }

    // "Relative URLs resolve against the current document"
    [Fact]
    public async Task Redirect_Relative_ResolvesAndKeepsTheQueryAsWritten()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path switch
        {
            "/inbound" => "<Redirect>voice/step?turn=1&amp;a=%40b</Redirect>",
            "/voice/step" => "<Redirect method=\"GET\">next</Redirect>",
            _ => null,
        });
        await trunk.Play();
        Assert.Equal("?turn=1&a=%40b", Assert.Single(trunk.Web.At("/voice/step")).Url.Query);
        Assert.Equal("GET", Assert.Single(trunk.Web.At("/voice/next")).Method);
    }

    // 13710 "Redirect: Invalid method value"
    [Theory]
    [InlineData("get")]
    [InlineData("PUT")]
    public async Task Redirect_WithAMethodThatThereIsNot_IsPosted(string method)
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? $"<Redirect method=\"{method}\">/next</Redirect><Say>Never.</Say>" : null);
        trunk.Web.Special = asked => asked.Path == "/next" ? StandIn.Xml("<Response/>") : null;
        var call = await trunk.Play();
        Assert.Equal([13710], call.Warnings);
        Assert.Equal("POST", Assert.Single(trunk.Web.At("/next")).Method);
        Assert.Empty(call.Heard);
    }

    // "No documented redirect-loop limit for voice → emulator should impose its own"
    [Fact]
    public async Task Redirect_InALoop_FailsAfterAHundredDocuments()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path switch
        {
            "/inbound" => "<Redirect/>",
            "/fallback" => "<Say>Fallback.</Say>",
            _ => null,
        });
        var call = await trunk.Play();
        Assert.Equal(100, trunk.Web.At("/inbound").Count);
        Assert.Equal(["Fallback."], call.Heard);
    }

    [Fact]
    public async Task Redirect_InALoopThroughTheFallback_EndsTheCall()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path switch
        {
            "/inbound" => "<Redirect/>",
            "/fallback" => "<Redirect>/inbound</Redirect>",
            _ => null,
        });
        Assert.Equal("carrier", (string?)(await trunk.Play()).The("ended")["by"]);
    }
}
