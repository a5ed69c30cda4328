using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Community211.Ivr.Carrier.Rest;

namespace Community211.Ivr.Carrier.Probing;

/// <summary>Asks the carrier about our account and its numbers: one attempt each, reading only.</summary>
public sealed class AccountProbe : IDisposable
{
    private const int MostPages = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http;
    private readonly TwilioOptions _options;
    private readonly TimeProvider _clock;
    private readonly string _account;

    /// <param name="options">Without findings of <see cref="TwilioOptionsCheck"/>.</param>
    /// <param name="clock">This machine's clock, which the carrier's is compared with.</param>
    public AccountProbe(TwilioOptions options, TimeProvider clock)
    {
        (_options, _clock) = (options, clock);
        _account = $"/2010-04-01/Accounts/{options.AccountSid}";
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = Patience })
        {
            BaseAddress = new Uri(options.ApiBaseUrl, UriKind.Absolute),
            Timeout = Patience,
        };
    }

    /// <summary>What the carrier says to the credentials.</summary>
    public async Task<AccountCondition> Account(CancellationToken stop)
    {
        try
        {
            var before = _clock.GetUtcNow();
            using var answer = await Ask($"{_account}.json", _options.AuthToken, stop);
            var ours = before + ((_clock.GetUtcNow() - before) / 2);
            var body = await Json(answer, stop);
            return new AccountCondition
            {
                Status = (int)answer.StatusCode,
                Error = body.Text("code") is { } code ? $"{code}: {body.Text("message")}" : null,
                Account = body.Text("sid") == _options.AccountSid ? body.Text("status") : null,
                Trial = body.Text("type") == "Trial",
                Ahead = answer.Headers.Date is { } theirs ? ours - theirs : null,
                SecondaryWorks = (int)answer.StatusCode == 401 && await SecondaryWorks(stop),
            };
        }
        catch (Exception fault) when (!stop.IsCancellationRequested && TroubleOf(fault) is { } trouble)
        {
            return new AccountCondition { Trouble = trouble };
        }
    }

    /// <summary>All numbers of the account; null when they cannot be had.</summary>
    public async Task<ImmutableArray<OwnNumber>?> Numbers(CancellationToken stop)
    {
        var numbers = ImmutableArray.CreateBuilder<OwnNumber>();
        var path = $"{_account}/IncomingPhoneNumbers.json?PageSize=1000";
        try
        {
            for (var page = 0; page < MostPages; page++)
            {
                using var answer = await Ask(path, _options.AuthToken, stop);
                var body = await Json(answer, stop);
                if (!answer.IsSuccessStatusCode || body.List("incoming_phone_numbers") is not { } list)
                    return null;
                numbers.AddRange(list.Select(Read).OfType<OwnNumber>());
                if (body.Text("next_page_uri") is not { } next)
                    return numbers.ToImmutable();
                // Our credentials go nowhere else.
                if (!next.StartsWith(_account, StringComparison.Ordinal))
                    return null;
                path = next;
            }
        }
        catch (Exception fault) when (!stop.IsCancellationRequested && TroubleOf(fault) is not null)
        {
        }
        return null;
    }

    public void Dispose() => _http.Dispose();

    private static OwnNumber? Read(JsonElement json) => json.Text("phone_number") is not { } number ? null : new OwnNumber(
        number, json.Text("voice_url"), json.Text("voice_method"), json.Text("voice_fallback_url"), json.Text("status_callback"),
        json.Text("voice_application_sid") ?? json.Text("trunk_sid"));

    private async Task<bool> SecondaryWorks(CancellationToken stop)
    {
        if (string.IsNullOrEmpty(_options.SecondaryAuthToken))
            return false;
        using var answer = await Ask($"{_account}.json", _options.SecondaryAuthToken, stop);
        return answer.IsSuccessStatusCode;
    }

    private async Task<HttpResponseMessage> Ask(string path, string token, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{_options.AccountSid}:{token}"))));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return await _http.SendAsync(request, stop);
    }

    private NetworkTrouble? TroubleOf(Exception fault) => NetworkTrouble.Of(fault, _http.BaseAddress!, "Twilio:ApiBaseUrl", Patience);

    private static async Task<JsonElement> Json(HttpResponseMessage answer, CancellationToken stop)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsByteArrayAsync(stop));
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
