using System.Collections.Immutable;
using System.Text.Json;
using Community211.Ivr.Calls.Ports;
using Polly;

namespace Community211.Ivr.Carrier.Rest;

/// <summary>The carrier's REST API below our account. Never throws for what the carrier or the network did.</summary>
internal sealed class RestClient(HttpClient http, string accountSid)
{
    /// <summary>A list with more pages of a thousand than this is not believed.</summary>
    private const int MostPages = 100;

    private readonly string _account = $"/2010-04-01/Accounts/{accountSid}/";

    public Task<RestAnswer> Get(string resource, CancellationToken stop, params (string Key, string Value)[] query) =>
        Send(HttpMethod.Get, PathOf(resource, query), content: null, stop);

    public async Task<RestAnswer> Post(string resource, CancellationToken stop, params (string Key, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Key, field.Value)));
        return await Send(HttpMethod.Post, PathOf(resource, []), content, stop);
    }

    /// <summary>A list with all its pages.</summary>
    public async Task<RestList> List(string resource, string member, CancellationToken stop, params (string Key, string Value)[] query)
    {
        var items = ImmutableArray.CreateBuilder<JsonElement>();
        var path = PathOf(resource, [.. query, ("PageSize", "1000")]);
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await Send(HttpMethod.Get, path, content: null, stop);
            if (!answer.Done)
                return new RestList(answer, items.ToImmutable());
            if (answer.Body.List(member) is not { } found)
                break;
            items.AddRange(found);
            if (answer.Body.Text("next_page_uri") is not { } next)
                return new RestList(answer, items.ToImmutable());
            if (!IsBelowUs(next))
                break;
            path = next;
        }
        return new RestList(RestAnswer.None, items.ToImmutable());
    }

    /// <summary>A part of a path that came from outside.</summary>
    public static string Part(string text) => Uri.EscapeDataString(text);

    private string PathOf(string resource, (string Key, string Value)[] query)
    {
        var path = $"{_account}{resource}.json";
        return query.Length == 0
            ? path
            : path + "?" + string.Join('&', query.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
    }

    /// <summary>Our credentials go nowhere else: a next page is a path of the same account.</summary>
    private bool IsBelowUs(string next) => next.StartsWith(_account, StringComparison.Ordinal);

    private async Task<RestAnswer> Send(HttpMethod method, string path, HttpContent? content, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        try
        {
            using var response = await http.SendAsync(request, stop);
            var body = Parse(await response.Content.ReadAsByteArrayAsync(stop));
            var outcome = (int)response.StatusCode switch
            {
                >= 200 and < 300 when method == HttpMethod.Get && body.ValueKind != JsonValueKind.Object => CarrierOutcome.Unknown,
                >= 200 and < 300 => CarrierOutcome.Done,
                >= 400 and < 500 => CarrierOutcome.Refused,
                _ => CarrierOutcome.Unknown,
            };
            return new RestAnswer(outcome, (int)response.StatusCode, body);
        }
        catch (Exception fault) when (IsTheirs(fault, stop))
        {
            return RestAnswer.None;
        }
    }

    private static bool IsTheirs(Exception fault, CancellationToken stop) =>
        fault is HttpRequestException or IOException or ExecutionRejectedException
        || (fault is OperationCanceledException && !stop.IsCancellationRequested);

    private static JsonElement Parse(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
