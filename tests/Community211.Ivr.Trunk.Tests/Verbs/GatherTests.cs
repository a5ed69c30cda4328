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
        Assert.InRange(double.Parse(heard["Confidence"]!, System.Globalization.CultureInfo.InvariantCulture), 0, 1);
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
    public async Task BothInputs_WordsAfterAKeyAreNotRecognised()
    {
        await using var trunk = await Trunk("<Gather input=\"speech dtmf\" numDigits=\"2\" timeout=\"9\" action=\"/key\"/>");
        await trunk.Play(Script(new { press = "1" }, new { say = "food" }, new { press = "2" }));
        var heard = Assert.Single(trunk.Web.At("/key"));
        Assert.Equal("12", heard["Digits"]);
        Assert.Null(heard["SpeechResult"]);
    }

    // "Partial callback: UnstableSpeechResult documented …; its answer is ignored."
    [Fact]
    public async Task PartialResults_AreReportedWordByWord_WhileTheCallerSpeaks()
    {
        await using var trunk = await Trunk(
            "<Gather input=\"speech\" speechTimeout=\"2\" action=\"/key\" partialResultCallback=\"/partial\" partialResultCallbackMethod=\"GET\"/>");
        var call = await trunk.Play(Script(new { say = "food bank tonight" }));
        var partials = trunk.Web.At("/partial");
        Assert.Equal(["food", "food bank", "food bank tonight"], partials.Select(asked => asked["UnstableSpeechResult"]));
        Assert.All(partials, asked => Assert.Equal(("GET", call.Sid), (asked.Method, asked["CallSid"])));
        Assert.True(partials[0].At < partials[2].At);
        Assert.Equal("food bank tonight", Assert.Single(trunk.Web.At("/key"))["SpeechResult"]);
        Assert.Equal(2, (trunk.Web.At("/key")[0].At - partials[2].At).TotalSeconds, 1);
        Assert.Equal("completed", (string?)call.The("ended")["status"]);
    }

    // "speechTimeout(…)": speech that goes on within it is one result; "timeout attribute value" when absent.
    [Theory]
    [InlineData("<Gather input=\"speech\" speechTimeout=\"4\" action=\"/key\"/>", "food and shelter")]
    [InlineData("<Gather input=\"speech\" timeout=\"6\" action=\"/key\"/>", "food and shelter")]
    [InlineData("<Gather input=\"speech\" timeout=\"6\" speechTimeout=\"auto\" action=\"/key\"/>", "food")]
    public async Task Speech_WithAPauseInIt_EndsAfterTheSpeechTimeout(string gather, string result)
    {
        await using var trunk = await Trunk(gather);
        await trunk.Play(Script(new { say = "food" }, new { wait = 1.5 }, new { say = "and shelter" }));
        Assert.Equal(result, Assert.Single(trunk.Web.At("/key"))["SpeechResult"]);
    }

    // "Gather speech ≤ 60 s"; maxSpeechTime
    [Theory]
    [InlineData("", 170)]
    [InlineData("maxSpeechTime=\"6\"", 17)]
    public async Task Speech_ThatIsTooLong_IsCut(string attribute, int words)
    {
        await using var trunk = await Trunk($"<Gather input=\"speech\" action=\"/key\" {attribute}/>");
        await trunk.Play(Script(new { say = string.Join(' ', Enumerable.Repeat("word", 400)) }));
        Assert.Equal(words, Assert.Single(trunk.Web.At("/key"))["SpeechResult"]!.Split(' ').Length);
    }

    // "profanityFilter(true: masks words as f***)"
    [Theory]
    [InlineData("", "he said f*** off")]
    [InlineData("profanityFilter=\"false\"", "he said fuck off")]
    public async Task Profanity_IsMaskedUnlessTheFilterIsOff(string attribute, string result)
    {
        await using var trunk = await Trunk($"<Gather input=\"speech\" action=\"/key\" {attribute}/>");
        await trunk.Play(Script(new { say = "he said fuck off" }));
        Assert.Equal(result, Assert.Single(trunk.Web.At("/key"))["SpeechResult"]);
    }

    // "Confidence (0.0–1.0; neither presence nor accuracy guaranteed)"
    [Fact]
    public async Task Confidence_OfManyCalls_IsBetweenNoughtAndOneAndSometimesMissing()
    {
        await using var trunk = await Trunk("<Gather input=\"speech\" action=\"/key\"/>");
        for (var i = 0; i < 60; i++)
            await trunk.Play(Script(new { say = "food" }));
        var confidences = trunk.Web.At("/key").Select(asked => asked["Confidence"]).ToArray();
        Assert.Contains(null, confidences);
        Assert.All(confidences.OfType<string>(), text => Assert.InRange(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture), 0, 1));
        Assert.True(confidences.Distinct().Count() > 10);
    }

    // "bargeIn(true)": "Stop playing media upon speech". "Key press stops the prompt."
    [Theory]
    [InlineData("true", "say", 1.4)]
    [InlineData("false", "say", 20.4)]
    [InlineData("false", "press", 1)]
    public async Task Prompt_WithoutBargeIn_IsStoppedByAKeyOnly(string bargeIn, string what, double ended)
    {
        await using var trunk = await Trunk(
            $"<Gather input=\"dtmf speech\" numDigits=\"1\" speechTimeout=\"auto\" bargeIn=\"{bargeIn}\" action=\"/key\"><Pause length=\"20\"/></Gather>");
        var call = await trunk.Play(Script(what == "say" ? new { say = "food" } : new { press = "1" }));
        var asked = Assert.Single(trunk.Web.At("/key"));
        Assert.Equal(what == "say" ? "food" : "1", asked["SpeechResult"] ?? asked["Digits"]);
        Assert.Equal(ended + (what == "say" ? 1 : 0), (asked.At - call.Leg.AnsweredAt!.Value).TotalSeconds, 0.5);
    }

    // "After the action request the rest of the document is dropped." GET captures carry "msg=Gather End".
    [Fact]
    public async Task Action_AskedByGet_CarriesItsFieldsInTheQuery()
    {
        await using var trunk = await Trunk("<Gather numDigits=\"1\" method=\"GET\" action=\"/key?a=b\"/>");
        var call = await trunk.Play(Script(new { press = "3" }));
        var asked = Assert.Single(trunk.Web.At("/key"));
        Assert.Equal(("GET", "3", "b", "Gather End"), (asked.Method, asked["Digits"], asked["a"], asked["msg"]));
        Assert.Empty(call.Heard);
    }

    // The codes of attributes with values that are not allowed; the call goes on with the default.
    [Theory]
    [InlineData("method=\"PUT\"", 13312)]
    [InlineData("timeout=\"soon\"", 13313)]
    [InlineData("timeout=\"auto\"", 13313)]
    [InlineData("numDigits=\"0\"", 13314)]
    [InlineData("finishOnKey=\"##\"", 13310)]
    [InlineData("input=\"voice\"", 13326)]
    [InlineData("input=\"speech\" speechTimeout=\"-2\"", 13327)]
    [InlineData("input=\"speech\" maxSpeechTime=\"61\"", 13328)]
    [InlineData("partialResultCallbackMethod=\"get\"", 13329)]
    [InlineData("language=\"English\"", 13331)]
    [InlineData("bargeIn=\"yes\"", 13332)]
    [InlineData("profanityFilter=\"no\"", 13333)]
    [InlineData("input=\"speech\" speechModel=\"whisper\"", 13334)]
    [InlineData("input=\"speech\" speechModel=\"phone_call\" speechTimeout=\"auto\"", 13335)]
    [InlineData("actionOnEmptyResult=\"maybe\"", 13338)]
    public async Task Attribute_WithAWrongValue_IsToldWithItsCode(string attribute, int code)
    {
        await using var trunk = await Trunk($"<Gather {attribute}/>");
        var call = await trunk.Play();
        Assert.Equal([code], call.Warnings);
        Assert.Equal(["Nothing."], call.Heard);
        Assert.Equal(5, (double)call.The("hears")["t"]!, 1);
    }

    // "hints ≤ 500 × 100 chars"; "Nested: Say Play Pause"; "digits (… not in Gather)"
    [Theory]
    [InlineData(501, 5, "", 13330)]
    [InlineData(2, 101, "", 13330)]
    [InlineData(500, 100, "<Redirect>/key</Redirect>", 13320)]
    [InlineData(1, 1, "<Play digits=\"1\"/>", 12200)]
    public async Task Gather_WithTooManyHintsOrAnotherVerbInside_IsTold(int hints, int length, string nested, int code)
    {
        var text = string.Join(',', Enumerable.Repeat(new string('a', length), hints));
        await using var trunk = await Trunk($"<Gather hints=\"{text}\">{nested}</Gather>");
        var call = await trunk.Play();
        Assert.Equal([code], call.Warnings);
        Assert.Equal(["Nothing."], call.Heard);
        Assert.Empty(call.Of("sends"));
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
