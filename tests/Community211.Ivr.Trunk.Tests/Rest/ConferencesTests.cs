using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Rest;

public sealed class ConferencesTests
{
    private static async Task<(TrunkDriver Trunk, PlacedCall Call, string Room, string Agent)> Connected()
    {
        var trunk = await TrunkDriver.Start(HelpLine.Answer);
        var call = await trunk.Place(new { from = "+14165550123", to = TrunkDriver.Number, talk = 600 });
        var (_, agent) = await HelpLine.Connect(trunk, call);
        await trunk.Until(() => call.Of("talking").Count == 1);
        var rooms = (await trunk.Get("Conferences.json?FriendlyName=v-1&Status=in-progress"))["conferences"]!.AsArray();
        return (trunk, call, (string)Assert.Single(rooms)!["sid"]!, agent);
    }

    [Fact]
    public async Task Participants_AreListedByCallAndLabel()
    {
        var (trunk, call, room, agent) = await Connected();
        await using var _ = trunk;
        var all = (await trunk.Get($"Conferences/{room}/Participants.json"))["participants"]!.AsArray();
        Assert.Equal([agent, call.Sid], all.Select(one => (string?)one!["call_sid"]));
        Assert.Equal(["agent", "caller"], all.Select(one => (string?)one!["label"]));
        Assert.True((bool)all[0]!["end_conference_on_exit"]!);
        Assert.Equal(agent, (string?)(await trunk.Get($"Conferences/{room}/Participants/agent.json"))["call_sid"]);
    }

    [Fact]
    public async Task Participant_IsMutedHeldAndChanged()
    {
        var (trunk, call, room, agent) = await Connected();
        await using var _ = trunk;
        var path = $"Conferences/{room}/Participants/{call.Sid}.json";
        Assert.True((bool)(await trunk.Post(path, 200, ("Muted", "true")))["muted"]!);
        Assert.True((bool)(await trunk.Post(path, 200, ("Hold", "true")))["hold"]!);
        Assert.False((bool)(await trunk.Post(path, 200, ("Hold", "false"), ("Muted", "false")))["hold"]!);
        Assert.False((bool)(await trunk.Post($"Conferences/{room}/Participants/{agent}.json", 200, ("EndConferenceOnExit", "false")))["end_conference_on_exit"]!);
        await trunk.Post(path, 400, ("Hold", "maybe"));
        await trunk.Time.WhenIdle();
        Assert.Equal(
            ["participant-mute", "participant-hold", "participant-unmute", "participant-unhold"],
            trunk.Web.At("/room").Select(asked => asked["StatusCallbackEvent"]!).Where(name => name.Contains("mute", StringComparison.Ordinal) || name.Contains("hold", StringComparison.Ordinal)));
        await trunk.Post($"Calls/{agent}.json", 200, ("Status", "completed"));
        await trunk.Time.WhenIdle();
        Assert.False(call.Leg.IsOver);
        Assert.NotNull(call.Leg.Participant);
    }

    // "The resource only exists while the call is in a live conference – afterwards 404/20404"
    [Fact]
    public async Task Delete_PutsOneOutOfTheRoom_AndItsDialGoesOn()
    {
        var (trunk, call, room, agent) = await Connected();
        await using var _ = trunk;
        await trunk.Post($"Conferences/{room}/Participants/{call.Sid}.json", 200, ("EndConferenceOnExit", "false"));
        Assert.Equal(204, (int)(await trunk.Rest(HttpMethod.Delete, $"Conferences/{room}/Participants/{call.Sid}.json")).StatusCode);
        Assert.Equal(20404, (int)(await trunk.Get($"Conferences/{room}/Participants/{call.Sid}.json", 404))["code"]!);
        await trunk.Until(() => call.Leg.IsOver);
        Assert.Equal("answered", Assert.Single(trunk.Web.At("/talked"))["DialCallStatus"]);
        Assert.False(trunk.Exchange.Find(agent)!.IsOver);
    }

    [Fact]
    public async Task Update_Completed_EndsTheRoomForAll()
    {
        var (trunk, call, room, agent) = await Connected();
        await using var _ = trunk;
        Assert.Equal("completed", (string?)(await trunk.Post($"Conferences/{room}.json", 200, ("Status", "completed")))["status"]);
        await trunk.Until(() => call.Leg.IsOver && trunk.Exchange.Find(agent)!.IsOver);
        Assert.Equal("conference-ended-via-api", (string?)(await trunk.Get($"Conferences/{room}.json"))["reason_conference_ended"]);
        await trunk.Get($"Conferences/{room}/Participants/{agent}.json", 404);
        await trunk.Get("Conferences/CF0.json", 404);
    }

    // "AnnounceUrl/Method": to all of them, while the conference goes on
    [Fact]
    public async Task Announcement_IsHeardByAllAndAskedForOnce()
    {
        await using var room = await Room.Open();
        await room.Trunk.Post($"Conferences/{room.Sid}.json", 200, ("AnnounceUrl", TrunkDriver.Service + "/announce"), ("AnnounceMethod", "GET"));
        await room.Trunk.Until(() => room.Events.Contains("announcement-end"));
        Assert.Equal(["A colleague joins you.", "Thank you."], room.Caller.Heard[^2..]);
        Assert.Equal(["A colleague joins you.", "Thank you."], room.AgentCall.Heard[^2..]);
        var asked = Assert.Single(room.Trunk.Web.At("/announce"));
        Assert.Equal("GET", asked.Method);
        Assert.Equal(room.Sid, asked["ConferenceSid"]);
        Assert.Equal(TrunkDriver.Service + "/announce", room.Report("announcement-end")["AnnounceUrl"]);
        Assert.Null(room.Report("announcement-end")["CallSid"]);
        Assert.NotNull(room.Caller.Leg.Participant);
    }

    [Fact]
    public async Task Announcement_ThatIsCutOff_IsReportedAsFailedOrNotAtAll()
    {
        await using var room = await Room.Open();
        await room.Trunk.Post($"Conferences/{room.Sid}.json", 200, ("AnnounceUrl", TrunkDriver.Service + "/hold"));
        await room.Trunk.Pass(2);
        await room.Trunk.Post($"Conferences/{room.Sid}.json", 200, ("Status", "completed"));
        await room.Trunk.Until(() => room.Caller.Leg.IsOver);
        Assert.Equal("conference-end", room.Events[^1]);
        Assert.DoesNotContain("announcement-end", room.Events);
    }

    // "conference-ended-via-api, participant-with-end-conference-on-exit-left, participant-with-end-conference-on-exit-kicked, last-participant-kicked, or last-participant-left"
    [Theory]
    [InlineData("kick agent", "participant-with-end-conference-on-exit-kicked", "moderator_ended_conference")]
    [InlineData("hang up agent", "participant-with-end-conference-on-exit-left", "moderator_ended_conference")]
    [InlineData("kick both", "last-participant-kicked", "participant_updated_via_api")]
    [InlineData("end", "conference-ended-via-api", "conference_ended_via_api")]
    public async Task End_SaysWhyTheRoomEndedAndWhyEachLeft(string what, string because, string callerLeft)
    {
        await using var room = await Room.Open();
        if (what == "kick both")
        {
            await room.Change("agent", ("EndConferenceOnExit", "false"));
            await room.Change("caller", ("EndConferenceOnExit", "false"));
        }
        if (what.StartsWith("kick", StringComparison.Ordinal))
            await room.Trunk.Rest(HttpMethod.Delete, $"Conferences/{room.Sid}/Participants/agent.json");
        if (what == "kick both")
            await room.Trunk.Rest(HttpMethod.Delete, $"Conferences/{room.Sid}/Participants/caller.json");
        if (what == "hang up agent")
            await room.Trunk.Post($"Calls/{room.Agent}.json", 200, ("Status", "completed"));
        if (what == "end")
            await room.Trunk.Post($"Conferences/{room.Sid}.json", 200, ("Status", "completed"));
        await room.Trunk.Until(() => room.Events.Contains("conference-end"));
        var shown = await room.Trunk.Get($"Conferences/{room.Sid}.json");
        Assert.Equal(because, (string?)shown["reason_conference_ended"]);
        Assert.Equal(because, room.Report("conference-end")["ReasonConferenceEnded"]);
        Assert.Equal((string?)shown["call_sid_ending_conference"], room.Report("conference-end")["CallSidEndingConference"]);
        var left = Assert.Single(room.Reports, asked => asked["StatusCallbackEvent"] == "participant-leave" && asked["ParticipantLabel"] == "caller");
        Assert.Equal(callerLeft, left["ReasonParticipantLeft"]);
        Assert.Equal("in-progress", left["ParticipantCallStatus"]);
    }

    [Fact]
    public async Task List_IsFilteredByNameStatusAndDate()
    {
        await using var room = await Room.Open();
        async Task<int> Count(string filter) => (await room.Trunk.Get("Conferences.json?" + filter))["conferences"]!.AsArray().Count;
        Assert.Equal(1, await Count("FriendlyName=v-1&Status=in-progress&DateCreated=2026-11-03&DateUpdated=2026-11-03"));
        Assert.Equal(0, await Count("FriendlyName=v-2"));
        Assert.Equal(0, await Count("Status=completed"));
        Assert.Equal(0, await Count("DateCreated%3C=2026-11-02"));
        Assert.Equal(1, await Count("DateUpdated%3E=2026-11-03"));
        await room.Trunk.Get("Conferences.json?Status=over", 400);
        await room.Trunk.Get("Conferences.json?DateCreated=yesterday", 400);
        await room.Trunk.Post($"Conferences/{room.Sid}.json", 400, ("Status", "in-progress"));
        await room.Trunk.Post($"Conferences/{room.Sid}.json", 400, ("AnnounceUrl", "/relative"));
    }
}
