using System.Text.Json;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host.Doctor;

/// <summary>What answers where the service listens.</summary>
/// <param name="Kind">Who it is.</param>
/// <param name="Said">What it said of its readiness, or why nothing did.</param>
internal sealed record ServiceState(ServiceKind Kind, string Said)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public bool Runs => Kind is ServiceKind.Ready or ServiceKind.NotReady;

    public static async Task<ServiceState> Ask(Settings settings, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = Reachable(settings.Listen), Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync("health/ready", stop);
            return Read(await answer.Content.ReadAsStringAsync(stop)) ?? new ServiceState(ServiceKind.Stranger, $"something else than this service answers there ({(int)answer.StatusCode})");
        }
        catch (HttpRequestException problem) when (problem.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return new ServiceState(ServiceKind.Nobody, "");
        }
        catch (HttpRequestException)
        {
            return new ServiceState(ServiceKind.Stranger, "something answers there that does not speak HTTP");
        }
        catch (TaskCanceledException) when (!stop.IsCancellationRequested)
        {
            return new ServiceState(ServiceKind.Stranger, $"something listens there and did not answer within {Patience.TotalSeconds} s");
        }
    }

    /// <summary>Where this machine reaches an address that means all of its addresses.</summary>
    private static Uri Reachable(Uri listen) =>
        listen.Host is "0.0.0.0" or "[::]" ? new UriBuilder(listen) { Host = "127.0.0.1" }.Uri : listen;

    private static ServiceState? Read(string text)
    {
        try
        {
            var health = JsonSerializer.Deserialize<JsonElement>(text);
            var (status, flow) = (Text(health, "status"), Text(health, "flow"));
            return (status, flow) switch
            {
                ("ok", not null) => new ServiceState(ServiceKind.Ready, $"flow revision {flow}{Publication(health)}"),
                ("not ready", not null) => new ServiceState(ServiceKind.NotReady, $"store: {Text(health, "store")}; carrier: {Text(health, "carrier")}"),
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Publication(JsonElement health) =>
        health.TryGetProperty("published", out var published) && published.ValueKind == JsonValueKind.Object && published.TryGetProperty("publication", out var number) && number.ValueKind == JsonValueKind.Number
            ? $", publication {number}"
            : "";

    private static string? Text(JsonElement json, string member) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
