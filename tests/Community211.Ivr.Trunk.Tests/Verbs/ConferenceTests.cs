using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Verbs;

/// <summary>Dial's Conference: its attributes, and who may not come in.</summary>
public sealed class ConferenceTests
{
    private static string Noun(string attributes) => $"<Dial action=\"/dialled\"><Conference {attributes} statusCallback=\"/events\" statusCallbackEvent=\"start end join leave\">room</Conference></Dial><Say>Next verb.</Say>";

    /// <summary>The first caller gets the first attributes, the next caller the next.</summary>
    private static Task<TrunkDriver> Trunk(params string[] attributes)
    {
        var callers = new List<string>();
        return TrunkDriver.Start(asked =>
        {
            if (asked.Path == "/inbound" && !callers.Contains(asked["CallSid"]!))
                callers.Add(asked["CallSid"]!);
            return asked.Path switch
            {
                "/inbound" => Noun(attributes[Math.Min(callers.Count, attributes.Length) - 1].Replace("FIRST", callers[0], StringComparison.Ordinal)),
                "/dialled" => "<Say>Dialled.</Say>",
                "/music" => "<Play>/music.mp3</Play>",
                _ => null,
            };
        });
    }

    private static async Task<PlacedCall> In(TrunkDriver trunk)
    {
        var call = await trunk.Place(new { from = "+14165550123", to = TrunkDriver.Number, talk = 6000 });
        await trunk.Until(() => call.Of("joined").Count + call.Of("warning").Count > 0);
        return call;
    }

    // 16020 "conference full"
    [Fact]
    public async Task MaxParticipants_TheOneTooMany_DoesNotComeInAndGoesOn()
    {
        await using var trunk = await Trunk("maxParticipants=\"1\"");
        var first = await In(trunk);
        var second = await In(trunk);
        await trunk.Time.WhenIdle();
        Assert.Equal([16020], second.Warnings);
        Assert.Empty(second.Of("joined"));
        Assert.Equal("failed", Assert.Single(trunk.Web.At("/dialled"))["DialCallStatus"]);
        Assert.False(first.Leg.IsOver);
    }

    // "If Twilio detects a duplicate label, Twilio does not add the call to the conference and continues to the next TwiML verb."
    [Fact]
    public async Task Label_InUse_DoesNotComeInAndGoesOn()
    {
        await using var trunk = await Trunk("participantLabel=\"caller\"");
        await In(trunk);
        Assert.Equal(16025, Assert.Single((await In(trunk)).Warnings));
    }

    // "16023: ... must not exceed 128 characters, must not be a CallSid, must not contain '/'"
    [Theory]
    [InlineData("a/b")]
    [InlineData("a%2Fb")]
    [InlineData("CA00000000000000000000000000000211")]
    public async Task Label_ThatIsInvalid_DoesNotComeIn(string label)
    {
        await using var trunk = await Trunk($"participantLabel=\"{label}\"");
        Assert.Equal(16023, Assert.Single((await In(trunk)).Warnings));
        Assert.Empty(trunk.Exchange.Conferences.All);
    }

    [Theory]
    [InlineData("coach=\"nobody\"", 13240)]
    [InlineData("coach=\"CA00000000000000000000000000000211\"", 16027)]
    public async Task Coach_OfSomebodyWhoIsNotThere_DoesNotComeIn(string attribute, int code)
    {
        await using var trunk = await Trunk("", attribute);
        await In(trunk);
        Assert.Equal(code, Assert.Single((await In(trunk)).Warnings));
    }

    // "The participant being coached is the only participant who can hear the participant who is `coaching`."
    [Fact]
    public async Task Coach_IsHeardByTheCoachedAlone()
    {
        await using var trunk = await Trunk("", "", "coach=\"FIRST\"");
        var (first, second, coach) = (await In(trunk), await In(trunk), await In(trunk));
        Assert.Equal([second.Sid, coach.Sid], Room.Hears(first));
        Assert.Equal([first.Sid], Room.Hears(second));
        Assert.Equal([first.Sid, second.Sid], Room.Hears(coach));
        Assert.DoesNotContain(second.Of("talking"), told => (string?)told["leg"] == coach.Sid);
    }

    [Theory]
    [InlineData("beep=\"true\"", "enter exit")]
    [InlineData("", "enter exit")]
    [InlineData("beep=\"onEnter\"", "enter")]
    [InlineData("beep=\"onExit\"", "exit")]
    [InlineData("beep=\"false\"", "")]
    public async Task Beep_IsHeardByTheOthers(string attribute, string heard)
    {
        await using var trunk = await Trunk("beep=\"false\"", attribute);
        var first = await In(trunk);
        var second = await In(trunk);
        second.Leg.Interrupt(new Community211.Ivr.Trunk.Calls.EndInterruption(Community211.Ivr.Trunk.Calls.LegStatus.Completed, Community211.Ivr.Trunk.Calls.EndedBy.Caller));
        await trunk.Time.WhenIdle();
        Assert.Equal(heard.Split(' ', StringSplitOptions.RemoveEmptyEntries), first.Of("beep").Select(told => (string)told["on"]!));
        Assert.Empty(second.Of("beep"));
    }

    [Fact]
    public async Task Muted_IsNotHeardFromTheStart()
    {
        await using var trunk = await Trunk("", "muted=\"true\"");
        var (first, second) = (await In(trunk), await In(trunk));
        Assert.Empty(Room.Hears(first));
        Assert.Equal([first.Sid], Room.Hears(second));
    }

    // "waitUrl must be either a well formed URL or the empty string"; "default = Twilio's classical playlist"
    [Theory]
    [InlineData("", 1, 0)]
    [InlineData("waitUrl=\"\"", 0, 0)]
    [InlineData("waitUrl=\"/music\" waitMethod=\"GET\"", 0, 1)]
    public async Task WaitUrl_IsMusicSilenceOrADocument(string attribute, int music, int asked)
    {
        await using var trunk = await Trunk(attribute);
        var call = await In(trunk);
        await trunk.Time.WhenIdle();
        Assert.Equal(music, call.Of("music").Count);
        Assert.Equal(asked, trunk.Web.At("/music").Count);
        Assert.All(trunk.Web.At("/music"), one => Assert.Equal("GET", one.Method));
    }

    [Fact]
    public async Task WaitUrl_StopsWhenThereIsCompany()
    {
        await using var trunk = await Trunk("waitUrl=\"/music\"");
        await In(trunk);
        await trunk.Until(() => trunk.Web.At("/music").Count == 2);
        await In(trunk);
        await trunk.Pass(60);
        Assert.Equal(2, trunk.Web.At("/music").Count);
    }

    [Theory]
    [InlineData("muted=\"maybe\"", 13230)]
    [InlineData("endConferenceOnExit=\"maybe\"", 13231)]
    [InlineData("startConferenceOnEnter=\"maybe\"", 13232)]
    [InlineData("waitMethod=\"PUT\"", 13234)]
    [InlineData("beep=\"loudly\"", 13235)]
    [InlineData("maxParticipants=\"251\"", 12200)]
    [InlineData("colour=\"red\"", 12200)]
    public async Task Attribute_WithAWrongValue_IsAWarningAndTheCallGoesOn(string attribute, int code)
    {
        await using var trunk = await Trunk(attribute);
        var call = await In(trunk);
        await trunk.Until(() => call.Of("joined").Count == 1);
        Assert.Equal([code], call.Warnings);
    }
}
