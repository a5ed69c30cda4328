using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Community211.Ivr.EndToEnd.Tests.Drivers;

/// <summary>The trunk's control API: callers, agents, signed requests, and its log as the witness.</summary>
internal sealed class TrunkClient(Uri url) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = url, Timeout = Timeout.InfiniteTimeSpan };
    private readonly List<PlacedCall> _calls = [];

    /// <summary>Places a call and follows it.</summary>
    public async Task<PlacedCall> Call(string from, params (string Key, JsonNode? Value)[] more)
    {
        var order = new JsonObject { ["from"] = from };
        foreach (var (key, value) in more)
            order[key] = value;
        var request = new HttpRequestMessage(HttpMethod.Post, "sim/calls") { Content = JsonContent.Create(order) };
        var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        var call = new PlacedCall(answer);
        _calls.Add(call);
        await call.Heard("dialled");
        return call;
    }

    /// <summary>Changes how a number behaves when it is dialled.</summary>
    public async Task Person(string number, object settings) =>
        (await _http.PutAsJsonAsync($"sim/people/{number}", settings)).EnsureSuccessStatusCode();

    /// <summary>Every number that is not changed is an agent who answers.</summary>
    public async Task ResetPeople() => (await _http.DeleteAsync("sim/people")).EnsureSuccessStatusCode();

    public Task Act(string call, object act) => Post($"sim/calls/{call}/act", act);

    /// <summary>A request that the trunk signs and sends as the carrier would.</summary>
    public async Task<(int Status, string Body)> Send(string to, object form, string method = "POST", object? headers = null)
    {
        var answer = await Post("sim/send", new { method, url = to, form, headers = headers ?? new { } });
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (told.GetProperty("status").GetInt32(), told.GetProperty("body").GetString() ?? "");
    }

    /// <summary>Everything that happened on the trunk.</summary>
    public async Task<IReadOnlyList<JsonElement>> Log() =>
        [.. (await _http.GetStringAsync("sim/log")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    /// <summary>The legs that the trunk knows: callSid, direction, from, to, status.</summary>
    public async Task<IReadOnlyList<JsonElement>> Legs() =>
        [.. (await _http.GetFromJsonAsync<JsonElement>("sim/calls")).GetProperty("calls").EnumerateArray()];

    public async Task Shutdown()
    {
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            using var answer = await _http.PostAsync("sim/shutdown", null, limit.Token);
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException)
        {
            // It is not there, or will be killed.
        }
    }

    public void Dispose()
    {
        foreach (var call in _calls)
            call.Dispose();
        _http.Dispose();
    }

    private async Task<HttpResponseMessage> Post(string path, object body)
    {
        var answer = await _http.PostAsJsonAsync(path, body);
        return answer.StatusCode < HttpStatusCode.BadRequest ? answer : throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }
}
