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

    [Fact]
    public async Task Numbers_AreListedWithTheirUrls()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        var number = Assert.Single((await trunk.Get("IncomingPhoneNumbers.json"))["incoming_phone_numbers"]!.AsArray())!;
        Assert.Equal(TrunkDriver.Number, (string?)number["phone_number"]);
        Assert.Equal(TrunkDriver.Service + "/inbound", (string?)number["voice_url"]);
        Assert.Matches("^PN[0-9a-f]{32}$", (string?)number["sid"]);
    }
}
