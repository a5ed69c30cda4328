using System.Text.Json;

namespace Community211.Ivr.EndToEnd.Tests.Drivers;

/// <summary>A call through the trunk, followed event by event as it happens.</summary>
internal sealed class PlacedCall : IDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly Lines<JsonElement> _events = new();

    public PlacedCall(HttpResponseMessage answer)
    {
        _answer = answer;
        _ = Read();
    }

    public string Sid => _events.All[0].GetProperty("callSid").GetString()!;

    public IReadOnlyList<JsonElement> Events => _events.All;

    /// <summary>The first event of a kind, after the first so many events of all, as soon as it comes.</summary>
    public Task<JsonElement> Heard(string kind, Func<JsonElement, bool>? wanted = null, int after = 0) =>
        Patience.Of(_events.First(e => Is(e, kind) && wanted?.Invoke(e) != false, after), () => $"Event '{kind}' of a call ({string.Join(", ", _events.All.Select(Kind))})");

    /// <summary>The answer to a webhook, as soon as it came.</summary>
    public Task<JsonElement> Asked(string path, int after = 0) =>
        Heard("webhook", e => e.GetProperty("url").GetString()!.Contains(path, StringComparison.Ordinal), after);

    public IEnumerable<JsonElement> Of(string kind) => Events.Where(e => Is(e, kind));

    public void Dispose() => _answer.Dispose();

    private static string Kind(JsonElement e) => e.GetProperty("kind").GetString()!;

    private static bool Is(JsonElement e, string kind) => Kind(e) == kind;

    private async Task Read()
    {
        try
        {
            using var reader = new StreamReader(await _answer.Content.ReadAsStreamAsync());
            while (await reader.ReadLineAsync() is { } line)
                _events.Add(JsonSerializer.Deserialize<JsonElement>(line));
            _events.Close("The call is over.");
        }
        catch (Exception problem) when (problem is IOException or ObjectDisposedException or HttpRequestException)
        {
            _events.Close("The call's stream broke off.");
        }
    }
}
