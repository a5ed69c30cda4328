using System.Net;
using System.Net.Http.Headers;
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

    public void Dispose() => _http.Dispose();
}
