using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Verbs;

public sealed class RecordTests
{
    private const string Voicemail = "<Say>Leave a message.</Say><Record ATTRIBUTES/><Say>I did not receive a recording.</Say>";

    private static Task<TrunkDriver> Trunk(string attributes, string silent = "save") => TrunkDriver.Start(
        asked => asked.Path switch
        {
            "/inbound" when asked["RecordingSid"] is null => Voicemail.Replace("ATTRIBUTES", attributes, StringComparison.Ordinal),
            "/inbound" => "<Say>Recorded.</Say>",
            "/recorded" => "<Say>Thank you.</Say>",
            _ => null,
        },
        config => config["silentRecording"] = silent);

    private static object Script(params object[] items) => TrunkDriver.Simple(script: items);

    // "Action: RecordingUrl RecordingDuration Digits"; "trim": silence at the ends is cut off.
    [Fact]
    public async Task Record_OfWhatIsSaid_AsksTheActionAfterTheSilence()
    {
        await using var trunk = await Trunk("action=\"/recorded\" timeout=\"4\"");
        var call = await trunk.Play(Script(new { say = string.Join(' ', Enumerable.Repeat("word", 34)) }));
        var action = Assert.Single(trunk.Web.At("/recorded"));
        Assert.Equal("12", action["RecordingDuration"]);
        Assert.Equal("", action["Digits"]);
        Assert.StartsWith("RE", action["RecordingSid"], StringComparison.Ordinal);
        Assert.Equal($"http://127.0.0.1:5212/2010-04-01/Accounts/{TrunkDriver.Account}/Recordings/{action["RecordingSid"]}", action["RecordingUrl"]);
        Assert.Equal(["Leave a message.", "Thank you."], call.Heard);
        Assert.Single(call.Of("beep"));
    }

    // "trim" do-not-trim: all of it, the silence that ended it too.
    [Fact]
    public async Task Record_NotTrimmed_LastsWithItsSilence()
    {
        await using var trunk = await Trunk("action=\"/recorded\" timeout=\"4\" trim=\"do-not-trim\" playBeep=\"false\"");
        var call = await trunk.Play(Script(new { say = string.Join(' ', Enumerable.Repeat("word", 34)) }));
        Assert.Equal("17", Assert.Single(trunk.Web.At("/recorded"))["RecordingDuration"]);
        Assert.Empty(call.Of("beep"));
    }

    // "action(current URL!)"
    [Fact]
    public async Task Record_WithoutAction_AsksItsOwnDocument()
    {
        await using var trunk = await Trunk("");
        var call = await trunk.Play(Script(new { say = "hello" }));
        Assert.Equal(["Leave a message.", "Recorded."], call.Heard);
    }

    // "finishOnKey(`1234567890*#`)"
    [Theory]
    [InlineData("", "5", "5")]
    [InlineData("finishOnKey=\"*\"", "5*", "*")]
    [InlineData("finishOnKey=\"\"", "5", "")]
    public async Task Record_EndsAtAFinishKey(string attributes, string pressed, string digits)
    {
        await using var trunk = await Trunk("action=\"/recorded\" method=\"GET\" " + attributes);
        await trunk.Play(Script(new { say = "hello" }, new { press = pressed }));
        var action = Assert.Single(trunk.Web.At("/recorded"));
        Assert.Equal(("GET", digits), (action.Method, action["Digits"]));
    }

    // "maxLength(3600)"
    [Fact]
    public async Task Record_OfALongMessage_StopsAtItsMaxLength()
    {
        await using var trunk = await Trunk("action=\"/recorded\" maxLength=\"20\" trim=\"do-not-trim\"");
        await trunk.Play(Script(new { say = string.Join(' ', Enumerable.Repeat("word", 400)) }));
        Assert.Equal("20", Assert.Single(trunk.Web.At("/recorded"))["RecordingDuration"]);
    }

    // "Digits (`hangup` if the caller hung up)"
    [Fact]
    public async Task Record_WhenTheCallerHangsUp_SaysSoAndItsAnswerIsIgnored()
    {
        await using var trunk = await Trunk("action=\"/recorded\" timeout=\"30\"");
        var call = await trunk.Play(TrunkDriver.Simple(script: [new { say = "hello there" }], hangUpAfter: 12));
        await trunk.Until(() => trunk.Web.At("/recorded").Count == 1);
        Assert.Equal("hangup", trunk.Web.At("/recorded")[0]["Digits"]);
        Assert.Equal("completed", trunk.Web.At("/recorded")[0]["CallStatus"]);
        Assert.Equal(["Leave a message."], call.Heard);
    }

    // "silent recordings are saved by default, yet its voicemail example puts a <Say> after it": a switch.
    [Theory]
    [InlineData("save", 1, "Thank you.", "completed")]
    [InlineData("next", 0, "I did not receive a recording.", "absent")]
    public async Task Record_OfSilence_IsSavedOrGoesToTheNextVerb(string silent, int asked, string heard, string status)
    {
        await using var trunk = await Trunk(
            "action=\"/recorded\" recordingStatusCallback=\"/recording\" recordingStatusCallbackEvent=\"completed absent\"", silent);
        var call = await trunk.Play();
        await trunk.Until(() => trunk.Web.At("/recording").Count == 1);
        Assert.Equal(asked, trunk.Web.At("/recorded").Count);
        Assert.Equal(["Leave a message.", heard], call.Heard);
        Assert.Equal(status, trunk.Web.At("/recording")[0]["RecordingStatus"]);
        if (asked > 0)
            Assert.Equal("0", trunk.Web.At("/recorded")[0]["RecordingDuration"]);
    }

    // "Status callback: AccountSid CallSid RecordingSid RecordingUrl RecordingStatus RecordingDuration … (no From/To)"
    [Fact]
    public async Task Record_ReportsItsProgress_WithoutTheCallersNumber()
    {
        await using var trunk = await Trunk("action=\"/recorded\" recordingStatusCallback=\"/recording\" recordingStatusCallbackEvent=\"in-progress completed absent\"");
        var call = await trunk.Play(Script(new { say = "hello there" }));
        await trunk.Until(() => trunk.Web.At("/recording").Count == 2);
        var (first, last) = (trunk.Web.At("/recording")[0], trunk.Web.At("/recording")[1]);
        Assert.Equal(("in-progress", "completed"), (first["RecordingStatus"], last["RecordingStatus"]));
        Assert.Equal(
            ["AccountSid", "CallSid", "ErrorCode", "RecordingChannels", "RecordingDuration", "RecordingSid", "RecordingSource", "RecordingStartTime", "RecordingStatus", "RecordingTrack", "RecordingUrl"],
            last.Form.Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Equal((call.Sid, "RecordVerb", "1", "both", "0"), (last["CallSid"], last["RecordingSource"], last["RecordingChannels"], last["RecordingTrack"], last["ErrorCode"]));
        Assert.Null(first["RecordingDuration"]);
        // "Action may arrive before the media exists → fetch only after recordingStatusCallback."
        Assert.True(trunk.Web.At("/recorded")[0].At < last.At);
    }

    [Theory]
    [InlineData("method=\"get\"", 13610)]
    [InlineData("timeout=\"0\"", 13611)]
    [InlineData("maxLength=\"0\"", 13612)]
    [InlineData("finishOnKey=\"x\"", 13613)]
    [InlineData("playBeep=\"loud\"", 13616)]
    [InlineData("recordingStatusCallbackEvent=\"done\"", 13621)]
    [InlineData("recordingTrack=\"left\"", 13622)]
    [InlineData("trim=\"yes\"", 13699)]
    public async Task Attribute_WithAWrongValue_IsToldWithItsCode(string attribute, int code)
    {
        await using var trunk = await Trunk(attribute);
        var call = await trunk.Play(Script(new { say = "hello" }));
        Assert.Equal([code], call.Warnings);
        Assert.Equal(["Leave a message.", "Recorded."], call.Heard);
    }

    [Fact]
    public async Task Transcription_IsLoudlyNotSimulated()
    {
        await using var trunk = await Trunk("transcribe=\"true\" maxLength=\"200\"");
        var call = await trunk.Play(Script(new { say = "hello" }));
        Assert.Equal([12200, 13615], call.Warnings);
        Assert.StartsWith("not simulated: transcribe=", (string?)call.Of("warning")[0]["message"], StringComparison.Ordinal);
    }

    // "when … Calls used `Twiml`, action must be absolute (11100 / 15004)"
    [Fact]
    public async Task Record_InADocumentOfTheRequest_WithARelativeAction_Fails()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Pause length=\"60\"/>" : "<Say>Fallback.</Say>");
        var call = await trunk.Place(Script(new { say = "hello" }));
        await trunk.Until(() => call.Leg.AnsweredAt is not null);
        await trunk.Post($"Calls/{call.Sid}.json", 200, ("Twiml", "<Response><Record action=\"/recorded\"/></Response>"));
        await trunk.Until(() => call.Leg.IsOver);
        Assert.Contains(15004, call.Warnings);
        Assert.Equal("15004", trunk.Web.At("/fallback")[0]["ErrorCode"]);
    }
}
