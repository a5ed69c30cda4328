using System.Net.Http.Json;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Rest;

public sealed class ParticipantCreationTests
{
    private static readonly (string, string)[] Reported =
    [
        ("ConferenceStatusCallback", TrunkDriver.Service + "/opened"), ("ConferenceStatusCallbackEvent", "start end join leave"),
    ];

    private static Task<System.Text.Json.Nodes.JsonNode> Dial(TrunkDriver trunk, string room, int status, params (string, string)[] more) =>
        trunk.Post($"Conferences/{room}/Participants.json", status, [("To", Room.Second), ("From", TrunkDriver.Number), .. more]);

    private static Task<HttpResponseMessage> Person(TrunkDriver trunk, object settings) =>
        trunk.Http.PutAsJsonAsync("/sim/people/" + Room.Second, settings, TestContext.Current.CancellationToken);

    // "{ConferenceSid} may be a friendly name on create"
    [Fact]
    public async Task Create_WithAFriendlyName_OpensTheRoomAndGoesFromQueuedToConnected()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        await Person(trunk, new { ringFor = 4 });
        var made = await Dial(trunk, "r-1", 201, [.. Reported, ("Label", "second"), ("EndConferenceOnExit", "true"), ("Muted", "true")]);
        Assert.Equal("queued", (string?)made["status"]);
        var path = $"Conferences/{made["conference_sid"]}";
        Assert.Equal("init", (string?)(await trunk.Get(path + ".json"))["status"]);
        await trunk.Pass(2);
        Assert.Equal("ringing", (string?)(await trunk.Get(path + "/Participants/second.json"))["status"]);
        await trunk.Pass(3);
        var there = await trunk.Get(path + "/Participants/second.json");
        Assert.Equal("connected", (string?)there["status"]);
        Assert.True((bool)there["muted"]! && (bool)there["end_conference_on_exit"]!);
        Assert.Equal("in-progress", (string?)(await trunk.Get(path + ".json"))["status"]);
        Assert.Equal("outbound-api", (string?)(await trunk.Get($"Calls/{made["call_sid"]}.json"))["direction"]);
        await trunk.Post($"Calls/{made["call_sid"]}.json", 200, ("Status", "completed"));
        await trunk.Until(() => trunk.Web.At("/opened").Count == 4);
        Assert.Equal(
            ["conference-start", "participant-join", "participant-leave", "conference-end"], trunk.Web.At("/opened").Select(asked => asked["StatusCallbackEvent"]));
        Assert.Equal("second", trunk.Web.At("/opened")[3]["ParticipantLabelEndingConference"]);
    }

    [Fact]
    public async Task Create_IntoALiveRoom_BeepsAndTalksWithAll()
    {
        await using var room = await Room.Open();
        var second = await room.AddSecond(("Label", "second"), ("StatusCallback", TrunkDriver.Service + "/leg2"), ("StatusCallbackEvent", "initiated answered"));
        Assert.Equal([room.Agent, room.Caller.Sid], Room.Hears(second));
        Assert.Equal("enter", (string?)room.Caller.Of("beep")[^1]["on"]);
        Assert.Equal(["initiated", "in-progress"], room.Trunk.Web.At("/leg2").Select(asked => asked["CallStatus"]));
        Assert.Equal(3, (await room.Trunk.Get($"Conferences/{room.Sid}/Participants.json"))["participants"]!.AsArray().Count);
    }

    // A warm transfer: "Participants POST (From, To, Label, EndConferenceOnExit=false) → hold caller → announce → unhold → delete agent"
    [Fact]
    public async Task WarmTransfer_LeavesTheCallerWithTheSecondAgent()
    {
        await using var room = await Room.Open();
        await room.Change("caller", ("Hold", "true"), ("HoldUrl", TrunkDriver.Service + "/hold"));
        var second = await room.AddSecond(("Label", "second"));
        Assert.Equal([room.Agent], Room.Hears(second));
        await room.Change("second", ("AnnounceUrl", TrunkDriver.Service + "/announce"));
        await room.Trunk.Until(() => second.Heard.Contains("Thank you."));
        await room.Change("caller", ("Hold", "false"));
        await room.Change("second", ("EndConferenceOnExit", "true"));
        await room.Change("agent", ("EndConferenceOnExit", "false"));
        Assert.Equal(204, (int)(await room.Trunk.Rest(HttpMethod.Delete, $"Conferences/{room.Sid}/Participants/agent.json")).StatusCode);
        await room.Trunk.Until(() => room.AgentCall.Leg.IsOver);
        Assert.Equal([second.Sid], Room.Hears(room.Caller));
        Assert.Equal([room.Caller.Sid], Room.Hears(second));
    }

    [Theory]
    [InlineData("busy", "busy")]
    [InlineData("no-answer", "no-answer")]
    [InlineData("failed", "failed")]
    public async Task Create_OfSomebodyWhoDoesNotCome_IsReportedAndEndsTheEmptyRoom(string answer, string status)
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        await Person(trunk, new { answer });
        var made = await Dial(trunk, "r-1", 201, [.. Reported, ("Timeout", "20")]);
        await trunk.Until(() => trunk.Web.At("/opened").Count == 2);
        var left = trunk.Web.At("/opened")[0];
        Assert.Equal("participant-leave", left["StatusCallbackEvent"]);
        Assert.Equal("participant_add_failed", left["ReasonParticipantLeft"]);
        Assert.Equal(status, left["ParticipantCallStatus"]);
        Assert.Equal("completed", (string?)(await trunk.Get($"Conferences/{made["conference_sid"]}.json"))["status"]);
        await trunk.Get($"Conferences/{made["conference_sid"]}/Participants/{made["call_sid"]}.json", 404);
    }

    [Fact]
    public async Task Delete_OfSomebodyWhoRings_StopsTheRinging()
    {
        await using var room = await Room.Open();
        await Person(room.Trunk, new { ringFor = 30 });
        var sid = (string)(await room.Add(201))["call_sid"]!;
        await room.Trunk.Pass(5);
        await room.Trunk.Rest(HttpMethod.Delete, $"Conferences/{room.Sid}/Participants/{sid}.json");
        await room.Trunk.Time.WhenIdle();
        Assert.Equal("canceled", (string?)(await room.Trunk.Get($"Calls/{sid}.json"))["status"]);
        Assert.Equal([room.Agent], Room.Hears(room.Caller));
    }

    // 16026 "The participant label specified in an API call to create a voice conference participant is already in use by another active participant"
    // 16024 "It may not exceed 128 characters, it may not be a CallSid, and it may not contain a '/'"
    // 16028 "The participant to be whispered is not present in the conference"
    [Theory]
    [InlineData("Label", "agent", 16026)]
    [InlineData("Label", "a/b", 16024)]
    [InlineData("Label", "CA00000000000000000000000000000211", 16024)]
    [InlineData("CallSidToCoach", "CA00000000000000000000000000000211", 16028)]
    [InlineData("CallSidToCoach", "agent", 13240)]
    [InlineData("Coaching", "true", 20001)]
    [InlineData("MaxParticipants", "2", 16020)]
    [InlineData("MaxParticipants", "251", 20001)]
    [InlineData("Timeout", "4", 20001)]
    [InlineData("Beep", "loudly", 20001)]
    [InlineData("ConferenceStatusCallbackEvent", "exploded", 20001)]
    [InlineData("StatusCallbackEvent", "exploded", 21626)]
    [InlineData("To", "911", 21211)]
    [InlineData("From", "+14165550777", 21210)]
    public async Task Create_WithABadValue_IsRefusedAndNobodyIsDialled(string name, string value, int code)
    {
        await using var room = await Room.Open();
        var form = new[] { ("To", Room.Second), ("From", TrunkDriver.Number) }.Where(field => field.Item1 != name).Append((name, value)).ToArray();
        Assert.Equal(code, (int)(await room.Trunk.Post($"Conferences/{room.Sid}/Participants.json", 400, form))["code"]!);
        Assert.Equal(2, room.Trunk.Exchange.Legs.Count);
    }

    [Fact]
    public async Task Create_WithALongLabelOrIntoAnEndedRoom_IsRefused()
    {
        await using var room = await Room.Open();
        Assert.Equal(16024, (int)(await room.Add(400, ("Label", new string('x', 129))))["code"]!);
        await room.Trunk.Post($"Conferences/{room.Sid}.json", 200, ("Status", "completed"));
        Assert.Equal(20404, (int)(await room.Add(404))["code"]!);
    }

    [Fact]
    public async Task Create_AsCoach_IsHeardByTheCoachedAlone()
    {
        await using var room = await Room.Open();
        var coach = await room.AddSecond(("CallSidToCoach", room.Agent));
        Assert.Equal([room.Agent], Room.Hears(room.Caller));
        Assert.Equal([room.Caller.Sid, coach.Sid], Room.Hears(room.AgentCall));
    }

    // "default 1 CPS per account, the excess is *queued*": Participants count too
    [Fact]
    public async Task Create_CountsTowardsTheRate()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        await Dial(trunk, "r-1", 201);
        var second = await trunk.Post("Conferences/r-1/Participants.json", 201, ("To", "+14165550997"), ("From", TrunkDriver.Number));
        Assert.Equal("1000", (string?)second["queue_time"]);
        await trunk.Pass(0.5);
        Assert.Equal("queued", (string?)(await trunk.Get($"Conferences/{second["conference_sid"]}/Participants/{second["call_sid"]}.json"))["status"]);
    }

    [Fact]
    public async Task Create_WithWhatIsNotSimulated_SaysSoInTheCallsStory()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        var made = await Dial(trunk, "r-1", 201, ("MachineDetection", "Enable"), ("Colour", "red"));
        var story = new PlacedCall(trunk, (string)made["call_sid"]!, Task.FromResult(""));
        Assert.Equal(2, story.Of("warning").Count);
        Assert.Contains(story.Of("warning"), told => ((string)told["message"]!).StartsWith("not simulated: MachineDetection=Enable", StringComparison.Ordinal));
    }
}
