using Community211.Ivr.EndToEnd.Tests.Drivers;

namespace Community211.Ivr.EndToEnd.Tests.Crashes;

/// <summary>kill -9 while a line waits for one agent, who takes one after the other: nobody is cut off, and the order is what it was.</summary>
public sealed class LineSurvivesTests
{
    private const string Agent = "north-2";

    private static readonly (string, string)[] Quick = [("Calls__RingSeconds", "5"), ("Calls__WrapUpSeconds", "0")];

    [Theory]
    [InlineData("retry")]
    [InlineData("leave")]
    public async Task Line_ServiceKilledAndStartedAgain_IsServedInItsOldOrder(string waitUrlFailure)
    {
        await using var service = await ServiceUnderTest.Started([.. Quick, ("Trunk__WaitUrlFailure", waitUrlFailure)]);
        await service.OnlyOne(Agent);
        await service.Trunk.Person(Floor.Numbers[Agent], new { answer = "busy" });
        var callers = new List<PlacedCall>();
        for (var i = 0; i < 4; i++)
        {
            var caller = await service.Trunk.Call($"+1807285012{i}", ("talk", 1), ("script", Script.Press("2")));
            await caller.Heard("queued");
            await caller.Asked("/voice/wait");
            callers.Add(caller);
        }
        var order = callers.Select(c => c.Sid).ToList();
        Assert.Equal(order, await service.Line());

        await service.Kill();
        // Two of them press a key and are noticed to be without us at once; the others when their page is over.
        foreach (var caller in callers.Where((_, i) => i % 2 == 0))
        {
            var before = caller.Events.Count;
            await service.Trunk.Act(caller.Sid, new { press = "1" });
            await caller.Heard("webhook", e => e.GetProperty("status").GetInt32() == 0, before);
        }
        await service.Start();
        await service.Trunk.Person(Floor.Numbers[Agent], new { answer = "agent", ringFor = 0.2, acceptAfter = 0.2 });

        var talks = new List<(string Caller, string At)>();
        foreach (var caller in callers)
            talks.Add((caller.Sid, (await caller.Heard("talking")).GetProperty("at").GetString()!));
        foreach (var caller in callers)
            Assert.Equal("caller", (await caller.Heard("ended")).GetProperty("by").GetString());
        Assert.Equal(order, talks.OrderBy(t => t.At, StringComparer.Ordinal).Select(t => t.Caller));
        await service.EveryLegIsOver();
    }
}
