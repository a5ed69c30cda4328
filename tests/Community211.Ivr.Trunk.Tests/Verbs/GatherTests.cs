using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Verbs;

public sealed class GatherTests
{
    private static Task<TrunkDriver> Trunk(string gather, string after = "<Say>Nothing.</Say>") => TrunkDriver.Start(asked => asked.Path switch
    {
        "/inbound" when asked["Digits"] is null && asked["SpeechResult"] is null => gather + after,
        "/status" => null,
        _ => "<Hangup/>",
    });

    private static object Script(params object[] items) => TrunkDriver.Simple(script: items);

    // "Key press stops the prompt."
    [Fact]
    public async Task Key_DuringThePrompt_StopsIt()
    {
        await using var trunk = await Trunk("<Gather numDigits=\"1\" action=\"/key\"><Say>" + string.Concat(Enumerable.Repeat("word ", 100)) + "</Say></Gather>");
        var call = await trunk.Play(Script(new { press = "2" }));
        Assert.Equal("2", Assert.Single(trunk.Web.At("/key"))["Digits"]);
        Assert.Equal(1, call.T("presses"), 1);
        Assert.InRange((double)call.The("ended")["t"]!, 1, 1.2);
    }

    // "action(current URL)"
    [Fact]
    public async Task Action_WhenAbsent_IsTheCurrentUrl()
    {
        await using var trunk = await Trunk("<Gather numDigits=\"1\"/>");
        await trunk.Play(Script(new { press = "7" }));
        Assert.Equal([null, "7"], trunk.Web.At("/inbound").Select(asked => asked["Digits"]));
    }

    // "Empty result … → next verb, unless actionOnEmptyResult."
    [Fact]
    public async Task NoKey_WithinTheTimeout_GoesToTheNextVerb()
    {
        await using var trunk = await Trunk("<Gather timeout=\"3\" action=\"/key\"><Say>one two</Say></Gather>");
        var call = await trunk.Play();
        Assert.Equal(["one two", "Nothing."], call.Heard);
        Assert.Empty(trunk.Web.At("/key"));
    }

    // "timeout(5; starts after nested verbs …)"
    [Fact]
    public async Task Timeout_StartsAfterTheNestedVerbs()
    {
        await using var trunk = await Trunk("<Gather timeout=\"3\"><Pause length=\"20\"/></Gather>");
        var call = await trunk.Play();
        Assert.Equal(23, (double)call.Of("hears")[0]["t"]!, 1);
    }

    [Fact]
    public async Task NoKey_WithActionOnEmptyResult_RequestsTheAction()
    {
        await using var trunk = await Trunk("<Gather timeout=\"3\" action=\"/key\" actionOnEmptyResult=\"true\"/>");
        await trunk.Play();
        Assert.Equal("", Assert.Single(trunk.Web.At("/key"))["Digits"]);
    }

    // "finishOnKey(`#`; '' = none)"; "FinishedOnKey (empty on timeout / numDigits)"
    [Theory]
    [InlineData("<Gather action=\"/key\"/>", "42#", "42", "#")]
    [InlineData("<Gather action=\"/key\" finishOnKey=\"*\"/>", "4#2*", "4#2", "*")]
    [InlineData("<Gather action=\"/key\" finishOnKey=\"\" numDigits=\"3\"/>", "4#*", "4#*", "")]
    [InlineData("<Gather action=\"/key\" timeout=\"2\"/>", "42", "42", "")]
    public async Task Keys_AreTakenUntilFinishKeyCountOrTimeout(string gather, string pressed, string digits, string finished)
    {
        await using var trunk = await Trunk(gather);
        await trunk.Play(Script(new { press = pressed }));
        var key = Assert.Single(trunk.Web.At("/key"));
        Assert.Equal(digits, key["Digits"]);
        Assert.Equal(finished, key["FinishedOnKey"]);
    }

    // "Empty result (incl. finishOnKey first) → next verb"
    [Fact]
    public async Task FinishKey_First_IsAnEmptyResult()
    {
        await using var trunk = await Trunk("<Gather action=\"/key\"/>");
        var call = await trunk.Play(Script(new { press = "#" }));
        Assert.Equal(["Nothing."], call.Heard);
    }

    [Fact]
    public async Task Speech_IsRecognisedAfterItWasSpoken()
    {
        await using var trunk = await Trunk("<Gather input=\"speech\" action=\"/key\"><Say>What do you need?</Say></Gather>");
        var call = await trunk.Play(Script(new { say = "food bank" }));
        var heard = Assert.Single(trunk.Web.At("/key"));
        Assert.Equal("food bank", heard["SpeechResult"]);
        Assert.NotNull(heard["Confidence"]);
        Assert.Equal("food bank", (string?)call.The("says")["text"]);
    }

    // "With both inputs the first one wins."
    [Fact]
    public async Task BothInputs_TheFirstWins()
    {
        await using var trunk = await Trunk("<Gather input=\"dtmf speech\" numDigits=\"1\" action=\"/key\"/>");
        await trunk.Play(Script(new { say = "food" }, new { press = "1" }));
        var heard = Assert.Single(trunk.Web.At("/key"));
        Assert.Equal("food", heard["SpeechResult"]);
        Assert.Null(heard["Digits"]);
    }

    [Fact]
    public async Task Script_WhatWasNotUsed_IsReported()
    {
        await using var trunk = await Trunk("<Gather numDigits=\"1\" action=\"/key\"/>");
        var call = await trunk.Play(Script(new { press = "12" }, new { say = "food" }));
        Assert.Equal("[{\"press\":\"2\"},{\"say\":\"food\"}]", call.The("ended")["unused"]!.ToJsonString());
    }

    [Fact]
    public async Task Script_Wait_PassesBeforeTheNextKey()
    {
        await using var trunk = await Trunk("<Gather timeout=\"60\" numDigits=\"1\" action=\"/key\"/>");
        var call = await trunk.Play(Script(new { wait = 12 }, new { press = "1" }));
        Assert.Equal(13, call.T("presses"), 1);
    }
}
