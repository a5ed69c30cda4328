using System.Net.Http.Json;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Verbs;

public sealed class DialTests
{
    private const string Other = "+14165550777";

    private static Task<TrunkDriver> Trunk(string dial) => TrunkDriver.Start(asked => asked.Path switch
    {
        "/inbound" => dial + "<Say>Next verb.</Say>",
        "/dialled" => "<Say>Dialled.</Say>",
        "/screen" => "<Gather numDigits=\"1\" action=\"/screened\"><Say>Press 1.</Say></Gather><Hangup/>",
        "/screened" => "<Say>Connecting.</Say>",
        "/fallback" => "<Say>Fallback.</Say>",
        _ => null,
    });

    private static Task<HttpResponseMessage> Person(TrunkDriver trunk, object settings) =>
        trunk.Http.PutAsJsonAsync("/sim/people/" + Other, settings, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Number_ThatAnswers_IsBridgedUntilTheCallerHangsUp()
    {
        await using var trunk = await Trunk($"<Dial action=\"/dialled\">{Other}</Dial>");
        var call = await trunk.Play();
        Assert.Equal(Other, (string?)call.The("talking")["with"]);
        Assert.Equal("caller", (string?)call.The("ended")["by"]);
        await trunk.Until(() => trunk.Exchange.Legs.All(leg => leg.IsOver));
        Assert.Equal("outbound-dial", (string?)(await trunk.Get($"Calls.json?ParentCallSid={call.Sid}"))["calls"]![0]!["direction"]);
    }

    // "DialCallStatus (`completed answered busy no-answer failed canceled`), DialCallSid, DialCallDuration"
    [Fact]
    public async Task Number_ThatHangsUp_RequestsTheActionWithItsDuration()
    {
        await using var trunk = await Trunk($"<Dial action=\"/dialled\"><Number>{Other}</Number></Dial>");
        await Person(trunk, new { dropAfter = 8 });
        var call = await trunk.Play();
        var action = Assert.Single(trunk.Web.At("/dialled"));
        Assert.Equal("completed", action["DialCallStatus"]);
        Assert.Equal("8", action["DialCallDuration"]);
        Assert.Equal("true", action["DialBridged"]);
        Assert.StartsWith("CA", action["DialCallSid"], StringComparison.Ordinal);
        Assert.Equal(["Dialled."], call.Heard);
    }

    [Theory]
    [InlineData("busy", "busy")]
    [InlineData("no-answer", "no-answer")]
    [InlineData("failed", "failed")]
    public async Task Number_ThatDoesNotAnswer_SaysWhy(string answer, string status)
    {
        await using var trunk = await Trunk($"<Dial timeout=\"20\" action=\"/dialled\"><Number>{Other}</Number></Dial>");
        await Person(trunk, new { answer });
        await trunk.Play();
        Assert.Equal(status, Assert.Single(trunk.Web.At("/dialled"))["DialCallStatus"]);
        Assert.Null(trunk.Web.At("/dialled")[0]["DialCallDuration"]);
    }

    // "url/method (whisper or screening on the callee before bridge: Say Play Gather Hangup, no Dial)"
    [Theory]
    [InlineData("agent", "completed")]
    [InlineData("mailbox", "completed")]
    public async Task Number_WithScreeningUrl_IsBridgedOnlyWhenItsDocumentRunsOut(string answer, string status)
    {
        await using var trunk = await Trunk($"<Dial action=\"/dialled\"><Number url=\"/screen\">{Other}</Number></Dial>");
        await Person(trunk, new { answer, dropAfter = 5 });
        var call = await trunk.Play();
        Assert.Equal(answer == "agent" ? 1 : 0, call.Of("talking").Count);
        Assert.Equal(status, Assert.Single(trunk.Web.At("/dialled"))["DialCallStatus"]);
    }

    // "Several nouns = simultaneous ring"
    [Fact]
    public async Task Numbers_Several_TheFirstToAnswerWinsAndTheOthersAreCanceled()
    {
        await using var trunk = await Trunk($"<Dial><Number>{Other}</Number><Number>+14165550778</Number></Dial>");
        await Person(trunk, new { ringFor = 20 });
        var call = await trunk.Play();
        Assert.Equal("+14165550778", (string?)call.The("talking")["with"]);
        Assert.Equal("canceled", (string?)(await trunk.Get("Calls.json?To=%2B14165550777"))["calls"]![0]!["status"]);
    }

    [Fact]
    public async Task Number_OfThreeDigits_IsNeverDialled()
    {
        await using var trunk = await Trunk("<Dial action=\"/dialled\">911</Dial>");
        var call = await trunk.Play();
        Assert.Equal([13224], call.Warnings);
        Assert.Equal("failed", trunk.Web.At("/dialled")[0]["DialCallStatus"]);
        Assert.Single(trunk.Exchange.Legs);
    }

    // "DialCallSid, DialCallDuration (both absent after Conference)"
    [Fact]
    public async Task Conference_EndedByTheOther_RequestsTheActionWithoutLeg()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        await trunk.Http.PutAsJsonAsync("/sim/people/" + HelpLine.Agent, new { dropAfter = 6 }, TestContext.Current.CancellationToken);
        var call = await trunk.Place();
        await HelpLine.Connect(trunk, call);
        await trunk.Until(() => call.Leg.IsOver);
        var action = Assert.Single(trunk.Web.At("/talked"));
        Assert.Equal("answered", action["DialCallStatus"]);
        Assert.Null(action["DialCallSid"]);
        Assert.Null(action["DialCallDuration"]);
        Assert.Equal(["Welcome to 2-1-1.", "You are in line.", "Thank you."], call.Heard);
    }

    // "Callback params: ConferenceSid FriendlyName AccountSid SequenceNumber Timestamp StatusCallbackEvent …"
    [Fact]
    public async Task Conference_Events_AreSentInOrderWithTheirNumbers()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        var call = await trunk.Place();
        var (_, agent) = await HelpLine.Connect(trunk, call);
        await trunk.Until(() => call.Leg.IsOver && trunk.Web.At("/room").Any(asked => asked["StatusCallbackEvent"] == "conference-end"));
        var events = trunk.Web.At("/room");
        Assert.Equal(
            ["conference-start", "participant-join", "participant-join", "participant-leave", "participant-leave", "conference-end"],
            events.Select(asked => asked["StatusCallbackEvent"]));
        Assert.Equal(["1", "2", "3", "4", "5", "6"], events.Select(asked => asked["SequenceNumber"]));
        Assert.Equal([agent, agent, call.Sid, call.Sid, agent, null], events.Select(asked => asked["CallSid"]));
        Assert.All(events, asked => Assert.Equal("v-1", asked["FriendlyName"]));
        Assert.Equal("participant_hung_up", events[3]["ReasonParticipantLeft"]);
        Assert.Equal("caller", events[3]["ParticipantLabel"]);
        Assert.Equal(call.Sid, events[5]["CallSidEndingConference"]);
        Assert.Equal("caller", events[5]["ParticipantLabelEndingConference"]);
    }

    [Fact]
    public async Task Conference_EndedByTheAgentWithNothingAfterIt_IsEndedByTheAgent()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/connect" ? HelpLine.Answer(asked)!.Replace(" action=\"/talked\"", "", StringComparison.Ordinal) : HelpLine.Answer(asked));
        await trunk.Http.PutAsJsonAsync("/sim/people/" + HelpLine.Agent, new { dropAfter = 6 }, TestContext.Current.CancellationToken);
        var call = await trunk.Place();
        await HelpLine.Connect(trunk, call);
        await trunk.Until(() => call.Leg.IsOver);
        Assert.Equal("agent", (string?)call.The("ended")["by"]);
    }

    // "startConferenceOnEnter"; "one participant hears wait music until started"
    [Fact]
    public async Task Conference_OfOneWhoMayNotStartIt_WaitsAndHearsItsMusic()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path switch
        {
            "/inbound" => "<Dial><Conference startConferenceOnEnter=\"false\" waitUrl=\"/music\">room</Conference></Dial>",
            "/music" => "<Play>/music.mp3</Play>",
            _ => null,
        });
        var call = await trunk.Place();
        await trunk.Until(() => trunk.Web.At("/music").Count == 3);
        Assert.Empty(call.Of("talking"));
        Assert.Equal("init", (string?)(await trunk.Get("Conferences.json?FriendlyName=room"))["conferences"]![0]!["status"]);
        Assert.Equal(3 * 5, (int)(trunk.Clock.GetUtcNow() - call.Leg.AnsweredAt!.Value).TotalSeconds + 5);
    }
}
