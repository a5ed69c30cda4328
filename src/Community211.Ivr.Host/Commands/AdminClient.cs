using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host.Commands;

/// <summary>Asks the running service, with the admin token from beside its database.</summary>
internal sealed class AdminClient : IDisposable
{
    private readonly HttpClient _http;

    public AdminClient(Settings settings)
    {
        var token = AdminToken.PathOf(settings);
        if (!File.Exists(token))
            throw new BadArgument($"There is no admin token at {token}: the service has not run here yet. Start it with: dotnet run --project src/Community211.Ivr.Host");
        _http = new HttpClient { BaseAddress = settings.Listen, Timeout = TimeSpan.FromSeconds(30) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(token).Trim());
    }

    /// <summary>The answer; null when the service does not know what was asked for.</summary>
    public async Task<T?> Get<T>(string path, CancellationToken stop)
        where T : class
    {
        using var answer = await _http.GetAsync(path, stop);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        var text = await answer.Content.ReadAsStringAsync(stop);
        if (!answer.IsSuccessStatusCode)
            throw new BadArgument($"The service at {_http.BaseAddress} answered {(int)answer.StatusCode}: {text}");
        try
        {
            return CallJson.Read<T>(text);
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException)
        {
            throw new BadArgument($"What answers at {_http.BaseAddress} is no service of this version: {problem.Message}");
        }
    }

    /// <summary>Sends an order; the status and what is said about it. Whether it was done is the status: 200, or why not.</summary>
    /// <param name="method">POST or DELETE.</param>
    /// <param name="path">Below the service's address.</param>
    /// <param name="order">The body; null: none.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<(HttpStatusCode Status, JsonElement Said)> Send(HttpMethod method, string path, object? order, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, path);
        if (order is not null)
            request.Content = new StringContent(JsonSerializer.Serialize(order, CallJson.Options), Encoding.UTF8, "application/json");
        using var answer = await _http.SendAsync(request, stop);
        var text = await answer.Content.ReadAsStringAsync(stop);
        if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity && IsJson(text, out var said))
            return (answer.StatusCode, said);
        throw new BadArgument($"The service at {_http.BaseAddress} answered {(int)answer.StatusCode}: {(IsJson(text, out var why) && why.TryGetProperty("error", out var error) ? error.GetString() : text)}");
    }

    private static bool IsJson(string text, out JsonElement read)
    {
        try
        {
            read = JsonSerializer.Deserialize<JsonElement>(text);
            return read.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            read = default;
            return false;
        }
    }

    public void Dispose() => _http.Dispose();
}
