using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Community211.Ivr.EndToEnd.Tests.Drivers;

namespace Community211.Ivr.EndToEnd.Tests.Running;

/// <summary>Command one: the service and its trunk begin and end together.</summary>
public sealed class StartAndStopTests
{
    private static readonly TimeSpan MostDrain = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Run_FirstStart_SaysWhereToLookAndHowToCall()
    {
        await using var service = await ServiceUnderTest.Started();
        var said = string.Join('\n', service.Program.Output.All);
        Assert.Contains($"{service.Url}health/ready", said, StringComparison.Ordinal);
        Assert.Contains(service.TrunkUrl.ToString(), said, StringComparison.Ordinal);
        Assert.Contains(service.Database, said, StringComparison.Ordinal);
        Assert.Matches(@"dotnet run --project src/Community211.Ivr.Host -- call --from \+1\d{6}0123 --to 211", said);
        Assert.Empty(service.Program.Errors.All);

        using var live = await service.Http.GetAsync("health/live", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        using var ready = await service.Http.GetAsync("health/ready", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        var health = JsonSerializer.Deserialize<JsonElement>(await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("ok", health.GetProperty("store").GetString());
        Assert.Equal("ok", health.GetProperty("carrier").GetString());
        Assert.Contains(health.GetProperty("flow").GetString()!, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Signals.Terminate, false)]
    [InlineData(Signals.Interrupt, false)]
    [InlineData(Signals.Interrupt, true)]
    public async Task Run_ToldToEnd_EndsBothProcessesWithinFiveSeconds(int signal, bool toBoth)
    {
        await using var service = await ServiceUnderTest.Started();
        var caller = await service.Trunk.Call("+14165550123");
        await caller.Heard("answered");
        var trunk = service.TrunkId;
        var since = Stopwatch.GetTimestamp();
        if (toBoth)
            Signals.Send(trunk, signal);
        service.Program.Send(signal);
        Assert.Equal(0, await Patience.Of(service.Program.Exited, "The end of the service", MostDrain));
        await Patience.Until(() => Task.FromResult(Signals.IsAlive(trunk)), alive => !alive, "The end of the trunk");
        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, MostDrain);
    }

    [Fact]
    public async Task Run_AfterKill_UsesTheSameTrunkAgainAndEndsItInTheEnd()
    {
        await using var service = await ServiceUnderTest.Started();
        var trunk = service.TrunkId;
        await service.KillAndRestart();
        Assert.Contains(service.Program.Output.All, line => line.Contains("is used again", StringComparison.Ordinal));
        Assert.True(Signals.IsAlive(trunk));
        var (code, report) = await service.Call("--from", "+14165550123", "--fast");
        Assert.Equal(0, code);
        Assert.Equal("toronto", report.GetProperty("region").GetString());

        service.Program.Send(Signals.Terminate);
        Assert.Equal(0, await Patience.Of(service.Program.Exited, "The end of the service"));
        await Patience.Until(() => Task.FromResult(Signals.IsAlive(trunk)), alive => !alive, "The end of the trunk that an earlier run started");
    }

    [Fact]
    public async Task Run_ServicePortInUse_SaysWhichKeyAndLeavesNoTrunk()
    {
        await using var service = new ServiceUnderTest();
        using var other = new TcpListener(IPAddress.Loopback, service.Url.Port);
        other.Start();
        var program = service.Launch();
        Assert.Equal(2, await Patience.Of(program.Exited, "The end of the service"));
        var said = await Patience.Of(program.Errors.First(line => line.Contains("Service:Listen", StringComparison.Ordinal)), "The sentence");
        Assert.Contains($"'{service.Url}'", said, StringComparison.Ordinal);
        Assert.Contains("in use", said, StringComparison.Ordinal);
        using var trunk = new HttpClient { BaseAddress = service.TrunkUrl };
        await Assert.ThrowsAsync<HttpRequestException>(() => trunk.GetAsync("sim/health", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Run_StartedTwice_LeavesTheFirstAndItsTrunkAlone()
    {
        await using var service = await ServiceUnderTest.Started();
        var second = await service.Command("run");
        Assert.Equal(2, second.Code);
        Assert.Contains("Storage:Path", second.Errors, StringComparison.Ordinal);
        Assert.Contains("Another service", second.Errors, StringComparison.Ordinal);
        var (code, _) = await service.Call("--from", "+14165550123", "--fast");
        Assert.Equal(0, code);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n[]")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")]
    [InlineData("220 mail ready\r\n")]
    public async Task Run_TrunkPortUsedBySomethingElse_SaysWhichKey(string answer)
    {
        await using var service = new ServiceUnderTest();
        using var other = new TcpListener(IPAddress.Loopback, service.TrunkUrl.Port);
        other.Start();
        _ = Answer(other, answer);
        var program = service.Launch();
        Assert.Equal(2, await Patience.Of(program.Exited, "The end of the service"));
        var said = await Patience.Of(program.Errors.First(line => line.Contains("Trunk:Listen", StringComparison.Ordinal)), "The sentence");
        Assert.Contains($"'{service.TrunkUrl}'", said, StringComparison.Ordinal);
        Assert.DoesNotContain(program.Errors.All, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    private static async Task Answer(TcpListener listener, string answer)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await client.GetStream().ReadAtLeastAsync(new byte[16], 16);
                await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer));
            }
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }
}
