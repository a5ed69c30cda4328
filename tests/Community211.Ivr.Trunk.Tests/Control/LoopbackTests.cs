using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Tests.Drivers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Community211.Ivr.Trunk.Tests.Control;

/// <summary>The real thing over loopback sockets, both ways; time is still manual.</summary>
public sealed class LoopbackTests : IAsyncLifetime
{
    private readonly VirtualClock clock = new();
    private readonly string folder = Directory.CreateTempSubdirectory("trunk-").FullName;
    private readonly TaskCompletionSource<string> status = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication service = null!;
    private WebApplication trunk = null!;
    private HttpClient http = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        service = builder.Build();
        service.MapPost("/inbound", () => Results.Text("<Response><Say>Bonjour à tous.</Say><Redirect>http://127.0.0.1:1/down</Redirect></Response>", "text/xml"));
        service.MapPost("/wait", () => Results.Text("<Response><Enqueue waitUrl=\"\">help</Enqueue></Response>", "text/xml"));
        service.MapPost("/status", async (HttpRequest request) =>
        {
            status.TrySetResult((await request.ReadFormAsync(Token))["CallStatus"]!);
            return Results.NoContent();
        });
        await service.StartAsync(Token);

        await File.WriteAllTextAsync(Path.Combine(folder, "fallback.xml"), "<Response><Say>Un instant.</Say></Response>", Token);
        trunk = TrunkApp.Build(new TrunkOptions("http://127.0.0.1:0", null, Path.Combine(folder, "log", "trunk.ndjson")), clock, null, change => change.Logging.ClearProviders());
        await trunk.StartAsync(Token);
        http = new HttpClient { BaseAddress = new Uri(trunk.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await trunk.DisposeAsync();
        await service.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private JsonObject Config(string path)
    {
        var config = TrunkDriver.Config();
        config["fallbackDocument"] = Path.Combine(folder, "fallback.xml");
        var number = config["numbers"]![0]!;
        number["voiceUrl"] = service.Urls.First() + path;
        number["fallbackUrl"] = trunk.Urls.First() + "/sim/fallback.xml";
        number["statusCallback"] = service.Urls.First() + "/status";
        return config;
    }

    [Fact]
    public async Task Call_IsStreamedToItsEnd_WithTheFallbackServedByTheTrunkItself()
    {
        Assert.Equal(409, (int)(await http.PostAsJsonAsync("/sim/calls", new { to = "211" }, Token)).StatusCode);
        (await http.PutAsJsonAsync("/sim/config", Config("/inbound"), Token)).EnsureSuccessStatusCode();
        var answer = await http.PostAsJsonAsync("/sim/calls", new { from = "anonymous", to = TrunkDriver.Number, fast = true }, Token);
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.ToString());
        var told = (await answer.Content.ReadAsStringAsync(Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToArray();
        Assert.Equal(
            ["dialled", "webhook", "answered", "hears", "webhook", "webhook", "warning", "webhook", "hears", "ended", "webhook"],
            told.Select(one => (string?)one["kind"]).Where(kind => kind != "verb"));
        Assert.Equal(["Bonjour à tous.", "Un instant."], told.Where(one => (string?)one["kind"] == "hears").Select(one => (string?)one["text"]));
        Assert.Equal("completed", await status.Task);
        var log = await File.ReadAllLinesAsync(Path.Combine(folder, "log", "trunk.ndjson"), Token);
        Assert.Equal(told.Length, log.Count(line => line.Contains((string)told[0]["callSid"]!, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Client_ThatGoesAway_IsACallerWhoHangsUp()
    {
        (await http.PutAsJsonAsync("/sim/config", Config("/wait"), Token)).EnsureSuccessStatusCode();
        var request = new HttpRequestMessage(HttpMethod.Post, "/sim/calls") { Content = JsonContent.Create(new { to = TrunkDriver.Number }) };
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(Token));
        while (!(await lines.ReadLineAsync(Token))!.Contains("\"queued\"", StringComparison.Ordinal))
        {
        }
        answer.Dispose();
        Assert.Equal("completed", await status.Task);
    }

    [Theory]
    [InlineData("--listen", "http://0.0.0.0:5212")]
    [InlineData("--listen", "http://example.test:5212")]
    [InlineData("--listen", "nowhere")]
    [InlineData("--config", "/nowhere/trunk.json")]
    [InlineData("--colour", "red")]
    [InlineData("--log", "/")]
    public async Task Process_AskedWrongly_EndsWithTwo(string option, string value) =>
        Assert.Equal(2, await CommandLine.Run([option, value], clock));

    [Fact]
    public async Task Process_WithABadConfiguration_EndsWithTwo()
    {
        var path = Path.Combine(folder, "bad.json");
        foreach (var bad in (string[])["{\"accountSid\":\"AC1\"}", "{\"numbers\":[null]}", "null", "", "no JSON"])
        {
            await File.WriteAllTextAsync(path, bad, Token);
            Assert.Equal(2, await CommandLine.Run(["--config", path, "--listen", "http://127.0.0.1:0"], clock));
        }
    }

    [Fact]
    public async Task Process_WhoseAddressIsInUse_SaysSoInASentence()
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(
            "dotnet", [typeof(TrunkApp).Assembly.Location, "--listen", trunk.Urls.First()]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (told, error) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        await process.WaitForExitAsync(Token);
        Assert.Equal(2, process.ExitCode);
        Assert.Equal($"{trunk.Urls.First()} is in use, perhaps by another trunk: end what listens there, or give another address by --listen.", (await error).Trim());
        Assert.Empty(await told);
    }

    // The server refuses this before the trunk sees it, and would answer nothing.
    [Theory]
    [InlineData("/sim/people/%00")]
    [InlineData("/%00")]
    public async Task Path_ThatNoServerTakes_IsToldWhy(string path)
    {
        using var answer = await http.GetAsync(path, Token);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("%00", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["error"], StringComparison.Ordinal);
        (await http.GetAsync("/sim/health", Token)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Body_ThatIsTooLong_IsRefusedInTheShapeOfEachApi()
    {
        (await http.PutAsJsonAsync("/sim/config", Config("/inbound"), Token)).EnsureSuccessStatusCode();
        using var rest = await Long($"/2010-04-01/Accounts/{TrunkDriver.Account}/Messages.json", "application/x-www-form-urlencoded");
        var body = JsonNode.Parse(await rest.Content.ReadAsStringAsync(Token))!;
        Assert.Equal((413, 413, 20413), ((int)rest.StatusCode, (int)body["status"]!, (int)body["code"]!));
        using var call = await Long("/sim/calls", "application/json");
        Assert.Equal("The body is too long: 30 MB are allowed.", (string?)JsonNode.Parse(await call.Content.ReadAsStringAsync(Token))!["error"]);
    }

    /// <summary>Asks before it sends, as curl does: it is refused by its length alone.</summary>
    private Task<HttpResponseMessage> Long(string path, string type)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(new byte[31_000_000]) { Headers = { { "Content-Type", type } } } };
        request.Headers.ExpectContinue = true;
        return http.SendAsync(request, Token);
    }

    [Fact]
    public async Task Shutdown_StopsTheTrunk()
    {
        var stopped = trunk.WaitForShutdownAsync(Token);
        (await http.PostAsync("/sim/shutdown", null, Token)).EnsureSuccessStatusCode();
        await stopped;
    }
}
