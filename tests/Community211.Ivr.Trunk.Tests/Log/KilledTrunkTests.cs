using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Log;

/// <summary>The log outlives the trunk: a real process, killed while a caller waits in line.</summary>
public sealed class KilledTrunkTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("trunk-").FullName;
    private ListeningStandIn service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string LogFile => Path.Combine(folder, "trunk.ndjson");

    public async ValueTask InitializeAsync()
    {
        service = await ListeningStandIn.Start(new VirtualClock());
        service.Web.Answer = asked => asked.Path == "/inbound" ? "<Enqueue waitUrl=\"\">help</Enqueue>" : null;
        var config = TrunkDriver.Config();
        config["numbers"]![0]!["voiceUrl"] = service.Url + "/inbound";
        await File.WriteAllTextAsync(Path.Combine(folder, "trunk.json"), config.ToJsonString(), Token);
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Kill_WhileACallerIsInLine_LeavesAllThatHappenedToBeTold()
    {
        var first = await CallAndKill();
        var story = Shown(first);
        Assert.Contains("caller   is in line help, place 1", story, StringComparison.Ordinal);
        Assert.Contains("answered, and not ended in this log", story, StringComparison.Ordinal);

        // A kill may hit in the middle of a line: the next process begins a new one.
        await using (var file = new FileStream(LogFile, FileMode.Open))
            file.SetLength(file.Length - 20);
        Assert.Contains("breaks off", Shown(first), StringComparison.Ordinal);
        var second = await CallAndKill();
        Assert.NotEqual(first, second);
        var both = Shown(null);
        Assert.Contains("is not readable and is left out", both, StringComparison.Ordinal);
        Assert.Contains("2 calls,", both, StringComparison.Ordinal);
        Assert.Contains("dials", Shown(second), StringComparison.Ordinal);
    }

    private string Shown(string? sid)
    {
        using var show = Process.Start(Command(["show", LogFile, .. sid is null ? Array.Empty<string>() : [sid]]))!;
        var text = show.StandardOutput.ReadToEnd();
        show.WaitForExit();
        Assert.Equal(0, show.ExitCode);
        return text;
    }

    private async Task<string> CallAndKill()
    {
        var listen = $"http://127.0.0.1:{FreePort()}";
        using var trunk = Process.Start(Command(["--listen", listen, "--config", Path.Combine(folder, "trunk.json"), "--log", LogFile]))!;
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri(listen) };
            while (!await IsThere(http, trunk))
            {
            }
            var request = new HttpRequestMessage(HttpMethod.Post, "/sim/calls") { Content = JsonContent.Create(new { to = TrunkDriver.Number }) };
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
            var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(Token));
            var sid = "";
            while (await lines.ReadLineAsync(Token) is { } line && !line.Contains("\"queued\"", StringComparison.Ordinal))
                sid = sid.Length > 0 ? sid : (string)JsonNode.Parse(line)!["callSid"]!;
            return sid;
        }
        finally
        {
            trunk.Kill();
            await trunk.WaitForExitAsync(Token);
        }
    }

    private static async Task<bool> IsThere(HttpClient http, Process trunk)
    {
        Assert.False(trunk.HasExited);
        try
        {
            return (await http.GetAsync("/sim/health", Token)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static ProcessStartInfo Command(string[] arguments) =>
        new("dotnet", [typeof(TrunkApp).Assembly.Location, .. arguments]) { RedirectStandardOutput = true };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
