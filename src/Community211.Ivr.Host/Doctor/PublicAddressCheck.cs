using Community211.Ivr.Carrier.Probing;

namespace Community211.Ivr.Host.Doctor;

/// <summary>Whether the address that the carrier is told leads here, as far as this machine can see: many networks do not lead back to themselves.</summary>
internal sealed class PublicAddressCheck : IInstallationCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public string Subject => "Public address";

    public IReadOnlyList<string> Keys => ["Twilio:PublicBaseUrl"];

    public async Task<IReadOnlyList<Diagnosis>> Look(Installation installation, CancellationToken stop)
    {
        if (!installation.Service.Runs)
            return [];
        var url = new Uri($"{installation.Settings.Twilio.PublicBaseUrl.TrimEnd('/')}/health/live");
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(url, stop);
            var text = await answer.Content.ReadAsStringAsync(stop);
            return [answer.IsSuccessStatusCode && text.Contains("\"status\":\"ok\"", StringComparison.Ordinal)
                ? Diagnosis.Ok(Subject, $"{url} leads to a service like this one")
                : Diagnosis.Warn(Subject, $"{url} answered {(int)answer.StatusCode}, and not as this service does", $"Let the proxy pass what is asked of Twilio:PublicBaseUrl to {installation.Settings.Listen}, path and query as they are.{Redirected(answer)}")];
        }
        catch (Exception fault) when (!stop.IsCancellationRequested && NetworkTrouble.Of(fault, url, "Twilio:PublicBaseUrl", Patience) is { } trouble)
        {
            return [Diagnosis.Warn(Subject, $"not reached from here: {trouble.Said}", $"Try {url} from outside. If it answers there, all is well. {trouble.Do}")];
        }
    }

    private static string Redirected(HttpResponseMessage answer) =>
        answer.Headers.Location is { } location ? $" It redirects to {location}: a POST does not survive that, so tell the carrier that address itself." : "";
}
