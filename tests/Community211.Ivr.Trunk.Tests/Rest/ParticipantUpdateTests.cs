using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Rest;

public sealed class ParticipantUpdateTests
{
    // "`true` will mute the participant, and `false` will un-mute them. Anything value other than `true` or `false` is interpreted as `false`."
    [Fact]
    public async Task Muted_IsNoLongerHeardAndStillHears()
    {
        await using var room = await Room.Open();
        Assert.Equal([room.Agent], Room.Hears(room.Caller));
        Assert.Equal([room.Caller.Sid], Room.Hears(room.AgentCall));
        await room.Change("caller", ("Muted", "true"));
        Assert.Equal([room.Agent], Room.Hears(room.Caller));
        Assert.Empty(Room.Hears(room.AgentCall));
        Assert.False((bool)(await room.Change("caller", ("Muted", "perhaps")))["muted"]!);
        Assert.Equal([room.Caller.Sid], Room.Hears(room.AgentCall));
        await room.Trunk.Time.WhenIdle();
        Assert.Equal("true", room.Report("participant-mute")["Muted"]);
        Assert.Equal("false", room.Report("participant-unmute")["Muted"]);
    }

    // "`true` puts the participant on hold, and `false` lets them rejoin the conference." "HoldUrl (HoldMethod default GET; Play Say Pause Redirect)"
    [Fact]
    public async Task Hold_PlaysTheHoldUrlToThatLegAgainAndAgain_AndNobodyHearsThem()
    {
        await using var room = await Room.Open();
        await room.Change("caller", ("Hold", "true"), ("HoldUrl", TrunkDriver.Service + "/hold"));
        Assert.Empty(Room.Hears(room.Caller));
        Assert.Empty(Room.Hears(room.AgentCall));
        await room.Trunk.Until(() => room.Trunk.Web.At("/hold").Count == 3);
        Assert.All(room.Trunk.Web.At("/hold"), asked => Assert.Equal("GET", asked.Method));
        Assert.Equal(room.Caller.Sid, room.Trunk.Web.At("/hold")[0]["CallSid"]);
        Assert.True(room.Caller.Heard.Count(text => text == "Please hold.") >= 2);
        Assert.DoesNotContain("Please hold.", room.AgentCall.Heard);
        await room.Change("caller", ("Hold", "false"));
        Assert.Equal([room.Agent], Room.Hears(room.Caller));
        await room.Trunk.Pass(60);
        Assert.Equal(3, room.Trunk.Web.At("/hold").Count);
        Assert.Equal("true", room.Report("participant-hold")["Hold"]);
        Assert.Equal("false", room.Report("participant-unhold")["Hold"]);
    }

    [Fact]
    public async Task Hold_WithoutAUrl_IsTheCarriersMusic()
    {
        await using var room = await Room.Open();
        await room.Change("caller", ("Hold", "true"));
        Assert.Contains(room.Caller.Of("music"), told => (string?)told["for"] == "hold");
    }

    [Fact]
    public async Task Hold_WithAnIllegalVerb_IsAWarningAndSilence_AndTheCallGoesOn()
    {
        await using var room = await Room.Open();
        await room.Change("caller", ("Hold", "true"), ("HoldUrl", TrunkDriver.Service + "/dialling"));
        await room.Trunk.Pass(12);
        Assert.Contains(13238, room.Caller.Warnings);
        Assert.False(room.Caller.Leg.IsOver);
        await room.Change("caller", ("Hold", "false"));
        Assert.Equal([room.Agent], Room.Hears(room.Caller));
    }

    // "AnnounceUrl (announcement; conference keeps going)"
    [Fact]
    public async Task Announcement_IsHeardByTheOneAndReported_WhileTheTalkGoesOn()
    {
        await using var room = await Room.Open();
        await room.Change("caller", ("AnnounceUrl", TrunkDriver.Service + "/announce"));
        await room.Trunk.Until(() => room.Events.Contains("announcement-end"));
        Assert.Equal(["A colleague joins you.", "Thank you."], room.Caller.Heard[^2..]);
        Assert.DoesNotContain("Thank you.", room.AgentCall.Heard);
        Assert.Equal([room.Agent], Room.Hears(room.Caller));
        Assert.Equal("POST", Assert.Single(room.Trunk.Web.At("/announce")).Method);
        Assert.Equal(TrunkDriver.Service + "/announce", room.Report("announcement-end")["AnnounceUrl"]);
        Assert.Equal(room.Caller.Sid, room.Report("announcement-end")["CallSid"]);
    }

    [Fact]
    public async Task Announcement_ThatFails_IsReportedWithItsReason()
    {
        await using var room = await Room.Open();
        await room.Change("caller", ("AnnounceUrl", TrunkDriver.Service + "/dialling"), ("AnnounceMethod", "GET"));
        await room.Trunk.Time.WhenIdle();
        Assert.Equal("GET", Assert.Single(room.Trunk.Web.At("/dialling")).Method);
        Assert.Contains("Dial", room.Report("announcement-fail")["ReasonAnnouncementFailed"], StringComparison.Ordinal);
        Assert.False(room.Caller.Leg.IsOver);
    }

    // "The participant being coached is the only participant who can hear the participant who is `coaching`."
    [Fact]
    public async Task Coach_IsHeardByTheCoachedAlone_AndHearsAll()
    {
        await using var room = await Room.Open();
        var coach = await room.AddSecond();
        Assert.Equal([room.Agent, coach.Sid], Room.Hears(room.Caller));
        var changed = await room.Change(coach.Sid, ("Coaching", "true"), ("CallSidToCoach", room.Agent));
        Assert.True((bool)changed["coaching"]!);
        Assert.Equal(room.Agent, (string?)changed["call_sid_to_coach"]);
        Assert.Equal([room.Agent], Room.Hears(room.Caller));
        Assert.Equal([room.Caller.Sid, coach.Sid], Room.Hears(room.AgentCall));
        Assert.Equal([room.Agent, room.Caller.Sid], Room.Hears(coach));
        await room.Trunk.Time.WhenIdle();
        Assert.Equal("true", room.Report("participant-modify")["Coaching"]);
        Assert.Equal([coach.Sid], (await room.Trunk.Get($"Conferences/{room.Sid}/Participants.json?Coaching=true"))["participants"]!.AsArray().Select(one => (string)one!["call_sid"]!));
        Assert.Null((await room.Change(coach.Sid, ("Coaching", "false")))["call_sid_to_coach"]);
        Assert.Equal([room.Agent, coach.Sid], Room.Hears(room.Caller));
    }

    [Theory]
    [InlineData("CallSidToCoach", "agent", 13240)]
    [InlineData("CallSidToCoach", "CA00000000000000000000000000000000", 16028)]
    [InlineData("Coaching", "true", 20001)]
    [InlineData("Hold", "maybe", 20001)]
    [InlineData("HoldUrl", "/relative", 21205)]
    [InlineData("HoldMethod", "PUT", 20001)]
    [InlineData("AnnounceUrl", "nowhere", 21205)]
    [InlineData("EndConferenceOnExit", "yes", 20001)]
    public async Task Update_WithABadValue_IsRefusedAndChangesNothing(string name, string value, int code)
    {
        await using var room = await Room.Open();
        var refused = await room.Trunk.Post($"Conferences/{room.Sid}/Participants/caller.json", 400, ("Muted", "true"), (name, value));
        Assert.Equal(code, (int)refused["code"]!);
        Assert.False((bool)(await room.Trunk.Get($"Conferences/{room.Sid}/Participants/caller.json"))["muted"]!);
    }

    [Fact]
    public async Task List_IsFilteredByMutedAndHold()
    {
        await using var room = await Room.Open();
        await room.Change("caller", ("Muted", "true"));
        await room.Change("agent", ("Hold", "true"));
        async Task<string[]> Labels(string filter) =>
            [.. (await room.Trunk.Get($"Conferences/{room.Sid}/Participants.json?{filter}"))["participants"]!.AsArray().Select(one => (string)one!["label"]!)];
        Assert.Equal(["caller"], await Labels("Muted=true"));
        Assert.Equal(["agent"], await Labels("Muted=false"));
        Assert.Equal(["agent"], await Labels("Hold=true"));
        Assert.Equal(["agent", "caller"], await Labels("Coaching=false"));
        await room.Trunk.Get($"Conferences/{room.Sid}/Participants.json?Hold=perhaps", 400);
    }

    [Fact]
    public async Task BeepOnExit_IsHeardByThoseWhoStay()
    {
        await using var room = await Room.Open("beep=\"false\" ");
        await room.Change("caller", ("BeepOnExit", "true"), ("EndConferenceOnExit", "false"));
        Assert.Empty(room.AgentCall.Of("beep"));
        await room.Trunk.Rest(HttpMethod.Delete, $"Conferences/{room.Sid}/Participants/caller.json");
        Assert.Equal("exit", (string?)room.AgentCall.The("beep")["on"]);
    }

    // "speaker": "participant-speech-start / -stop"
    [Fact]
    public async Task Speech_IsReportedWhenItBeginsAndStops_ExceptOfTheMuted()
    {
        await using var room = await Room.Open();
        Task Say(string words) => room.Trunk.Http.PostAsync($"/sim/calls/{room.Caller.Sid}/act", new StringContent($"{{\"say\":\"{words}\"}}"), TestContext.Current.CancellationToken);
        await Say("My basement is flooded and I do not know where to go");
        await room.Trunk.Until(() => room.Events.Contains("participant-speech-stop"));
        Assert.Equal(room.Caller.Sid, room.Report("participant-speech-start")["CallSid"]);
        Assert.InRange((room.Report("participant-speech-stop").At - room.Report("participant-speech-start").At).TotalSeconds, 3, 5);
        await room.Change("caller", ("Muted", "true"));
        await Say("Hello?");
        await room.Trunk.Pass(5);
        Assert.Single(room.Events, name => name == "participant-speech-start");
    }

    [Fact]
    public async Task Update_WithAnUnknownField_IgnoresItAndSaysSo()
    {
        await using var room = await Room.Open();
        await room.Change("caller", ("Mute", "true"));
        Assert.Contains("Unknown field 'Mute'", (string?)room.Caller.The("warning")["message"], StringComparison.Ordinal);
    }
}
