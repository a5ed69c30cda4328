using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Community211.Ivr.Tests.Doctor;

/// <summary>The carrier's REST API as far as the doctor asks it: the account and its numbers, on two pages.</summary>
internal sealed class CarrierAtHome : IAsyncDisposable
{
    private const string Account = "/2010-04-01/Accounts/" + Carrier.Known.Account;

    private readonly WebApplication _app;

    public CarrierAtHome()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapGet(Account + ".json", (HttpContext http) => Answer(http, () => new { sid = Carrier.Known.Account, status = AccountStatus, type = AccountType }));
        _app.MapGet(Account + "/IncomingPhoneNumbers.json", (HttpContext http, int? page) => Answer(http, () => new
        {
            incoming_phone_numbers = page is null ? Numbers[..1] : Numbers[1..],
            next_page_uri = page is null ? Account + "/IncomingPhoneNumbers.json?page=1" : null,
        }));
    }

    public List<string> Asked { get; } = [];

    public int? Refuses { get; set; }

    public string Token { get; set; } = House.Token;

    public string AccountStatus { get; set; } = "active";

    public string AccountType { get; set; } = "Full";

    /// <summary>What the carrier's clock shows.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public List<Dictionary<string, string?>> Numbers { get; } =
    [
        .. RealFlow.Set.Places.Regions.Values.Append(RealFlow.Set.Places.Pool).SelectMany(r => r.Dialled).Distinct().Order(StringComparer.Ordinal).Select(number => new Dictionary<string, string?>
        {
            ["phone_number"] = number,
            ["voice_url"] = "http://127.0.0.1:5211/voice/inbound",
            ["voice_method"] = "POST",
            ["voice_fallback_url"] = "https://fallback.example.org/toronto.xml",
            ["status_callback"] = "http://127.0.0.1:5211/voice/status",
        }),
    ];

    public async Task<string> Start()
    {
        await _app.StartAsync(TestContext.Current.CancellationToken);
        return _app.Urls.Single();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Answer(HttpContext http, Func<object> shown)
    {
        Asked.Add($"{http.Request.Method} {http.Request.Path}");
        http.Response.Headers.Date = Now.ToString("r", CultureInfo.InvariantCulture);
        var credentials = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Carrier.Known.Account}:{Token}"));
        var status = Refuses ?? (http.Request.Headers.Authorization == credentials ? 200 : 401);
        return Results.Text(JsonSerializer.Serialize(status == 200 ? shown() : new { code = 20003, message = "Authenticate", status }), "application/json", statusCode: status);
    }
}
