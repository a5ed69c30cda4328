using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Control;
using Community211.Ivr.Trunk.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Community211.Ivr.Trunk.Tests.Drivers;

/// <summary>A whole trunk in process on a manual clock, with a stand-in for the service: calls play in milliseconds.</summary>
public sealed class TrunkDriver : IAsyncDisposable
{
    public const string Account = "AC00000000000000000000000000000211";
    public const string Token = "12345";
    public const string Number = "+14165550100";
    public const string Service = "http://service.test";
    private readonly WebApplication app;

    private TrunkDriver(Action<JsonObject>? config)
    {
        Web = new StandIn(Clock);
        app = TrunkApp.Build(new TrunkOptions(OneAtATime: true), Clock, Web, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
        });
        var settings = Config();
        config?.Invoke(settings);
        Exchange.Configure(ConfigReader.Read(settings.ToJsonString(), "."));
    }

    public VirtualClock Clock { get; } = new();

    public StandIn Web { get; }

    public TrunkTime Time => app.Services.GetRequiredService<TrunkTime>();

    internal Exchange Exchange => app.Services.GetRequiredService<Exchange>();

    public HttpClient Http { get; private set; } = null!;

    public static async Task<TrunkDriver> Start(Func<Asked, string?> answer, Action<JsonObject>? config = null)
    {
        var driver = new TrunkDriver(config);
        driver.Web.Answer = answer;
        await driver.app.StartAsync(TestContext.Current.CancellationToken);
        driver.Http = driver.app.GetTestClient();
        driver.Http.BaseAddress = new Uri("http://127.0.0.1:5212");
        return driver;
    }

    public static JsonObject Config() => new()
    {
        ["accountSid"] = Account,
        ["authToken"] = Token,
        ["numbers"] = new JsonArray(new JsonObject
        {
            ["number"] = Number,
            ["region"] = "toronto",
            ["voiceUrl"] = Service + "/inbound",
            ["fallbackUrl"] = Service + "/fallback",
            ["statusCallback"] = Service + "/status",
        }),
    };

    /// <summary>Places a call and returns while it is live.</summary>
    public async Task<PlacedCall> Place(object? request = null)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "/sim/calls") { Content = JsonContent.Create(request ?? Simple()) };
        var response = await Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(200, (int)response.StatusCode);
        var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var first = JsonNode.Parse((await reader.ReadLineAsync())!)!;
        return new PlacedCall(this, (string)first["callSid"]!, reader.ReadToEndAsync());
    }

    /// <summary>Places a call and plays it to its end.</summary>
    public async Task<PlacedCall> Play(object? request = null)
    {
        var call = await Place(request);
        await Until(() => call.Leg.LastCallback.IsCompleted && call.Leg.IsOver);
        return call;
    }

    public static object Simple(string? from = null, object[]? script = null, double? hangUpAfter = null) =>
        new { from = from ?? "+14165550123", to = Number, script = script ?? [], hangUpAfter };

    /// <summary>Moves the clock from timer to timer, only ever while the trunk is idle.</summary>
    public async Task Until(Func<bool> reached, int seconds = 7200)
    {
        var limit = Clock.GetUtcNow().AddSeconds(seconds);
        while (true)
        {
            await Time.WhenIdle();
            if (reached())
                return;
            Assert.True(Clock.MoveToNext(limit), "Nothing happens any more.");
        }
    }

    public async Task Pass(double seconds)
    {
        var limit = Clock.GetUtcNow().AddSeconds(seconds);
        await Time.WhenIdle();
        while (Clock.MoveToNext(limit))
            await Time.WhenIdle();
        Clock.MoveTo(limit);
    }

    /// <summary>Every answer is held to Twilio's description of its API.</summary>
    public async Task<HttpResponseMessage> Rest(HttpMethod method, string path, params (string Name, string Value)[] form)
    {
        var message = new HttpRequestMessage(method, $"/2010-04-01/Accounts/{Account}/{path}");
        message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Account}:{Token}")));
        if (method == HttpMethod.Post)
            message.Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var response = await Http.SendAsync(message);
        var address = message.RequestUri!;
        // Media are no part of the description.
        if (response.Content.Headers.ContentType?.MediaType?.StartsWith("audio/", StringComparison.Ordinal) != true)
            RestDescription.Check(method.Method, address.IsAbsoluteUri ? address.AbsolutePath : path, (int)response.StatusCode, await response.Content.ReadAsStringAsync());
        return response;
    }

    public async Task<JsonNode> RestJson(HttpMethod method, string path, int status, params (string Name, string Value)[] form)
    {
        var response = await Rest(method, path, form);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    public Task<JsonNode> Get(string path, int status = 200) => RestJson(HttpMethod.Get, path, status);

    public Task<JsonNode> Post(string path, int status, params (string Name, string Value)[] form) => RestJson(HttpMethod.Post, path, status, form);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
