using System.Net;
using Community211.Ivr.Calls;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host.Observing;

/// <summary>
/// <c>/metrics</c> in Prometheus' format: for this machine, for who has the admin token, or for everybody with <c>Metrics:Open</c>.
/// A proxy on this machine is no reason to let its callers in: what was passed on needs the token.
/// </summary>
internal static class MetricsDoor
{
    private static readonly string[] PassedOn = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    public static void MapMetrics(this IEndpointRouteBuilder app) =>
        app.MapPrometheusScrapingEndpoint("/metrics", meterProvider: null, branch => branch.Use(Answer), optionsName: null);

    private static async Task Answer(HttpContext http, RequestDelegate next)
    {
        if (!Allowed(http))
        {
            http.Response.StatusCode = 401;
            await http.Response.WriteAsJsonAsync(
                new { error = "From elsewhere, /metrics needs the admin token: 'Authorization: Bearer TOKEN'. Or set Metrics:Open to true." }, CallJson.Options, http.RequestAborted);
            return;
        }
        await http.RequestServices.GetRequiredService<FloorMetrics>().Look(http.RequestAborted);
        await next(http);
    }

    private static bool Allowed(HttpContext http) =>
        http.RequestServices.GetRequiredService<Settings>().MetricsOpen
        || http.RequestServices.GetRequiredService<AdminToken>().Allows(http.Request.Headers.Authorization)
        || (http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) && !PassedOn.Any(http.Request.Headers.ContainsKey));
}
