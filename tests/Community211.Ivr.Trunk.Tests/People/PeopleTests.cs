using System.Net.Http.Json;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.People;

public sealed class PeopleTests
{
    private static async Task<(TrunkDriver Trunk, PlacedCall Leg)> Dial(object? person)
    {
        var trunk = await TrunkDriver.Start(HelpLine.Answer);
        if (person is not null)
            (await trunk.Http.PutAsJsonAsync("/sim/people/" + HelpLine.Agent, person, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        var made = await trunk.Post(
            "Calls.json", 201, ("To", HelpLine.Agent), ("From", TrunkDriver.Number), ("Url", TrunkDriver.Service + "/agent"),
            ("Timeout", "25"), ("StatusCallback", TrunkDriver.Service + "/leg"));
        Assert.Equal("queued", (string?)made["status"]);
        return (trunk, new PlacedCall(trunk, (string)made["sid"]!, Task.FromResult("")));
    }

    [Fact]
    public async Task Agent_RingsTwoToSixSeconds_PressesOneAndNeverHangsUpFirst()
    {
        var (trunk, leg) = await Dial(null);
        await using var _ = trunk;
        await trunk.Until(() => leg.Of("joined").Count == 1);
        await trunk.Pass(3600);
        Assert.False(leg.Leg.IsOver);
        Assert.Equal("in-progress", trunk.Web.At("/agent")[0]["CallStatus"]);
        Assert.InRange((leg.Leg.AnsweredAt!.Value - leg.Leg.Created).TotalSeconds, 2, 6);
        Assert.InRange((double)leg.The("presses")["t"]! - (double)leg.The("gather")["t"]!, 1, 3.1);
        Assert.Equal("1", (string?)leg.The("presses")["digits"]);
    }

    [Fact]
    public async Task Person_WithOwnTimesAndKey_KeepsThem()
    {
        var (trunk, leg) = await Dial(new { ringFor = 9, key = "5", acceptAfter = 4 });
        await using var _ = trunk;
        await trunk.Until(() => trunk.Web.At("/accept").Count == 1);
        Assert.Equal(9, (leg.Leg.AnsweredAt!.Value - leg.Leg.Created).TotalSeconds, 3);
        Assert.Equal(4, leg.T("presses"), 1);
        Assert.Equal("5", trunk.Web.At("/accept")[0]["Digits"]);
    }

    [Theory]
    [InlineData("busy", "busy")]
    [InlineData("failed", "failed")]
    [InlineData("no-answer", "no-answer")]
    public async Task Person_WhoDoesNotAnswer_EndsTheLegWithThatStatus(string answer, string status)
    {
        var (trunk, leg) = await Dial(new { answer });
        await using var _ = trunk;
        await trunk.Until(() => leg.Leg.IsOver && leg.Leg.LastCallback.IsCompleted);
        Assert.Empty(trunk.Web.At("/agent"));
        Assert.Equal(status, Assert.Single(trunk.Web.At("/leg"))["CallStatus"]);
        if (answer == "no-answer")
            Assert.Equal(25, (leg.Leg.EndedAt!.Value - leg.Leg.Created).TotalSeconds, 3);
    }

    [Fact]
    public async Task Mailbox_PressesNothing()
    {
        var (trunk, leg) = await Dial(new { answer = "mailbox" });
        await using var _ = trunk;
        await trunk.Until(() => leg.Leg.IsOver);
        Assert.Empty(trunk.Web.At("/accept"));
        Assert.Empty(leg.Of("presses"));
        Assert.Equal("service", (string?)leg.The("ended")["by"]);
    }

    [Fact]
    public async Task Reject_HangsUpAfterASecond()
    {
        var (trunk, leg) = await Dial(new { answer = "reject" });
        await using var _ = trunk;
        await trunk.Until(() => leg.Leg.IsOver);
        Assert.Equal("agent", (string?)leg.The("ended")["by"]);
        Assert.Equal(1, (int)leg.The("ended")["duration"]!);
    }

    [Fact]
    public async Task Key_Null_PressesNothing()
    {
        var (trunk, leg) = await Dial(new { key = (string?)null });
        await using var _ = trunk;
        await trunk.Until(() => leg.Leg.IsOver);
        Assert.Empty(leg.Of("presses"));
    }

    [Fact]
    public async Task DropAfter_HangsUpThatLongAfterTheTalkBegan()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        await trunk.Http.PutAsJsonAsync("/sim/people/" + HelpLine.Agent, new { dropAfter = 7 }, TestContext.Current.CancellationToken);
        var call = await trunk.Place();
        var (_, agent) = await HelpLine.Connect(trunk, call);
        var leg = new PlacedCall(trunk, agent, Task.FromResult(""));
        await trunk.Until(() => leg.Leg.IsOver);
        Assert.Equal(7, (double)leg.The("ended")["t"]! - leg.T("talking"), 1);
        Assert.Equal("agent", (string?)leg.The("ended")["by"]);
    }

    [Fact]
    public async Task People_AreListedAndReset()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        await trunk.Http.PutAsJsonAsync("/sim/people/+14165550999", new { answer = "busy" }, TestContext.Current.CancellationToken);
        Assert.Contains("\"answer\":\"busy\"", await trunk.Http.GetStringAsync("/sim/people", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await trunk.Http.DeleteAsync("/sim/people", TestContext.Current.CancellationToken);
        Assert.Equal("{}", await trunk.Http.GetStringAsync("/sim/people", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Caller_WhoLostTheAgent_GoesOnWaiting()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/talked" ? "<Enqueue waitUrl=\"/wait\">help</Enqueue>" : HelpLine.Answer(asked));
        await trunk.Http.PutAsJsonAsync("/sim/people/" + HelpLine.Agent, new { dropAfter = 5 }, TestContext.Current.CancellationToken);
        var call = await trunk.Place();
        await HelpLine.Connect(trunk, call);
        await trunk.Until(() => trunk.Web.At("/talked").Count == 1);
        await trunk.Pass(600);
        Assert.False(call.Leg.IsOver);
    }
}
