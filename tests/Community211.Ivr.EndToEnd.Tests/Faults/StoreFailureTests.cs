using System.Net;
using Community211.Ivr.EndToEnd.Tests.Drivers;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.EndToEnd.Tests.Faults;

/// <summary>The store fails: whoever calls is brought to a ten-digit line, and never to silence.</summary>
public sealed class StoreFailureTests
{
    private const string TorontoLine = "+14165550190";

    private static readonly (string, string)[] Quick = [("Calls__RingSeconds", "5"), ("Calls__AwaySeconds", "1"), ("Calls__WrapUpSeconds", "0")];

    [Fact]
    public async Task Caller_WhileTheStoreIsLocked_TalksWithTheTenDigitLine()
    {
        await using var service = await ServiceUnderTest.Started(Quick);
        await using (await Lock(service))
        {
            var callers = new List<PlacedCall>();
            for (var i = 0; i < 4; i++)
                callers.Add(await service.Trunk.Call($"+1416203012{i}", ("talk", 1), ("fast", true)));
            foreach (var caller in callers)
            {
                Assert.Equal(TorontoLine, (await caller.Heard("talking")).GetProperty("with").GetString());
                Assert.Equal("caller", (await caller.Heard("ended")).GetProperty("by").GetString());
                Assert.Equal(200, (await caller.Asked("/voice/inbound")).GetProperty("status").GetInt32());
            }
            await IsReady(service, HttpStatusCode.ServiceUnavailable);
        }
        await IsReady(service, HttpStatusCode.OK);
        var (code, report) = await service.Call("--from", "+14162030129", "--fast");
        Assert.Equal(0, code);
        Assert.StartsWith("toronto-", report.GetProperty("answeredBy").GetString(), StringComparison.Ordinal);
        await service.FloorIsFree();
        await service.EveryLegIsOver();
    }

    [Fact]
    public async Task CallerInLine_WhileTheStoreIsLocked_IsHeldAndThenTalksWithTheTenDigitLineUndisturbed()
    {
        await using var service = await ServiceUnderTest.Started(Quick);
        await service.Everybody(new { answer = "busy" });
        var caller = await service.Trunk.Call("+14162030123", ("talk", 15), ("script", Script.Press("2")));
        await caller.Asked("/voice/wait");
        await using (await Lock(service))
        {
            await caller.Heard("hears", e => e.GetProperty("text").GetString()!.StartsWith("Vous êtes toujours en ligne", StringComparison.Ordinal));
            await caller.Asked("/voice/wait?at=again");
            Assert.Equal(TorontoLine, (await caller.Heard("talking")).GetProperty("with").GetString());
        }
        Assert.DoesNotContain(caller.Of("webhook"), e => e.GetProperty("status").GetInt32() != 200);

        // The sweep at start sees a caller who is not in the queue where we think that they are.
        await service.KillAndRestart();
        Assert.Equal("caller", (await caller.Heard("ended")).GetProperty("by").GetString());
        Assert.Single(caller.Of("talking"));
        await service.Trunk.ResetPeople();
        await service.FloorIsFree();
        await service.EveryLegIsOver();
    }

    [Fact]
    public async Task Talk_WhileTheStoreIsLocked_GoesOnAndItsEndIsNoticedAfterwards()
    {
        await using var service = await ServiceUnderTest.Started(Quick);
        var caller = await service.Trunk.Call("+14162030123", ("talk", 3), ("script", Script.Press("2")));
        await caller.Heard("talking");
        await using (await Lock(service))
            Assert.Equal("caller", (await caller.Heard("ended")).GetProperty("by").GetString());
        await service.FloorIsFree();
        await service.EveryLegIsOver();
    }

    private static async Task IsReady(ServiceUnderTest service, HttpStatusCode status)
    {
        using var answer = await service.Http.GetAsync("health/ready", TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
    }

    /// <summary>Another program holds the database's lock until this is disposed.</summary>
    private static async Task<SqliteConnection> Lock(ServiceUnderTest service)
    {
        var other = new SqliteConnection($"Data Source={service.Database};Pooling=False;Default Timeout=30");
        await other.OpenAsync();
        await using var begin = other.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync();
        return other;
    }
}
