using System.Text.Json;
using Community211.Ivr.EndToEnd.Tests.Drivers;

namespace Community211.Ivr.EndToEnd.Tests.Faults;

/// <summary>Agents who do not take the caller, or are lost: the next one does.</summary>
public sealed class AgentTests
{
    [Theory]
    [InlineData("toronto-2", "no-answer", "away")]
    [InlineData("toronto-2", "busy", "away")]
    [InlineData("toronto-2", "mailbox", "away")]
    [InlineData("toronto-2", "reject", "away")]
    [InlineData("toronto-2", "failed", "available")]
    // The last who is trained for crisis is never away.
    [InlineData("toronto-1", "busy", "available")]
    public async Task Agent_WhoDoesNotTakeTheCaller_IsFollowedByTheNext(string agent, string answer, string then)
    {
        await using var service = await ServiceUnderTest.Started(("Calls__RingSeconds", "5"), ("Calls__AwaySeconds", "3600"));
        await service.Trunk.Person(Floor.Numbers[agent], new { answer, ringFor = 0.2 });
        var (code, report) = await service.Call(["--from", "+14162030123", "--fast", .. agent == "toronto-2" ? (string[])["--press", "2"] : []]);
        Assert.Equal(0, code);
        var reasons = string.Join('\n', report.GetProperty("reasons").EnumerateArray().Select(r => r.GetString()));
        Assert.Contains($"Offered to {agent}", reasons, StringComparison.Ordinal);
        // Language goes before region: the next who speaks French is of another one.
        if (agent == "toronto-2")
            Assert.Equal(reasons.Split("Offered to ").Length, reasons.Split("Speaks fr.").Length);
        else
            Assert.StartsWith("toronto-", report.GetProperty("answeredBy").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(agent, report.GetProperty("answeredBy").GetString());
        Assert.Equal(then, (await service.Phases())[agent]);
        await service.EveryLegIsOver();
    }

    [Fact]
    public async Task Agent_WhoDropsOutOfTheTalk_IsFollowedByTheNextAndTheCallerIsTold()
    {
        await using var service = await ServiceUnderTest.Started(("Calls__WrapUpSeconds", "0"));
        await service.Everybody(new { answer = "agent", ringFor = 0.5, acceptAfter = 0.5 });
        await service.Trunk.Person(Floor.Numbers["toronto-1"], new { answer = "agent", ringFor = 0.5, acceptAfter = 0.5, dropAfter = 1 });
        var caller = await service.Trunk.Call("+14162030123", ("talk", 3), ("fast", true));
        await caller.Heard("talking", e => With(e) == Floor.Numbers["toronto-1"]);
        await caller.Heard("hears", e => e.GetProperty("text").GetString()!.StartsWith("We lost the other side", StringComparison.Ordinal));
        await caller.Heard("talking", e => With(e) != Floor.Numbers["toronto-1"]);
        Assert.Equal("caller", (await caller.Heard("ended")).GetProperty("by").GetString());
        Assert.Equal(2, caller.Of("queued").Count());
        await service.FloorIsFree();
        await service.EveryLegIsOver();
    }

    [Fact]
    public async Task Everybody_Dropping_LeavesNobodyBehind()
    {
        await using var service = await ServiceUnderTest.Started(("Calls__WrapUpSeconds", "0"), ("Calls__AwaySeconds", "0"));
        await service.Everybody(new { answer = "agent", ringFor = 0.1, acceptAfter = 0.1, dropAfter = 0.5 });
        var callers = new List<PlacedCall>();
        for (var i = 0; i < 5; i++)
            callers.Add(await service.Trunk.Call($"+1613216012{i}", ("talk", 2), ("hangUpAfter", 20 + i), ("script", Script.Press("2"))));
        foreach (var caller in callers)
            Assert.Equal("caller", (await caller.Heard("ended")).GetProperty("by").GetString());
        await service.FloorIsFree();
        await service.EveryLegIsOver();
    }

    private static string? With(JsonElement talking) => talking.GetProperty("with").GetString();
}
