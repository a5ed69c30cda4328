using System.Collections.Immutable;
using System.Globalization;

namespace Community211.Ivr.Carrier.Explaining;

/// <summary>Scheme, host and port that may have been signed.</summary>
internal static class OriginVariants
{
    /// <summary>Ports that services behind a proxy often have, ours first.</summary>
    private static readonly int[] Usual = [5211, 80, 443, 8080, 8443, 5000, 5001, 3000];

    private static readonly string[] Schemes = ["https", "http"];

    /// <param name="configured">The configured public address.</param>
    /// <param name="claims">What the request says.</param>
    /// <param name="listen">Where the service listens; null if not known.</param>
    public static ImmutableArray<Variant<string>> Of(Uri configured, Claims claims, Uri? listen)
    {
        var hosts = claims.Hosts.Select(h => (Host: WithoutPort(h), Port: PortOf(h))).ToList();
        if (listen is not null)
            hosts.Add((listen.Host, listen.Port));
        string?[] ports = [null, .. hosts.Select(h => h.Port).OfType<int>().Concat(claims.Ports).Append(configured.Port).Concat(Usual).Distinct().Select(p => p.ToString(CultureInfo.InvariantCulture))];
        return
        [
            .. from host in hosts.Select(h => h.Host).Prepend(configured.Host).Distinct(StringComparer.Ordinal)
               from scheme in Schemes
               from port in ports
               select Variant(configured, scheme, host, port) into variant
               orderby variant.Cost
               select variant,
        ];
    }

    private static Variant<string> Variant(Uri configured, string scheme, string host, string? port)
    {
        var differences = ImmutableArray.CreateBuilder<Difference>();
        if (scheme != configured.Scheme)
        {
            differences.Add(new Difference("scheme", scheme == "https"
                ? "The carrier was told https, and Twilio:PublicBaseUrl says http: a proxy ends TLS."
                : "The carrier was told http, and Twilio:PublicBaseUrl says https: it is asked without TLS, or a redirect brought it here."));
        }
        if (host != configured.Host)
            differences.Add(new Difference("host", $"The carrier was told the host {host}, and Twilio:PublicBaseUrl says {configured.Host}."));
        var own = configured.Port.ToString(CultureInfo.InvariantCulture);
        var bySchemeAlone = scheme != configured.Scheme && port == (scheme == "https" ? "443" : "80");
        if (port is not null && port != own && !bySchemeAlone)
            differences.Add(new Difference("port", $"The carrier was told port {port}, and Twilio:PublicBaseUrl says {own}."));
        return new Variant<string>($"{scheme}://{host}{(port is null ? "" : $":{port}")}", differences.Count, differences.ToImmutable());
    }

    private static string WithoutPort(string host) => PortOf(host) is null ? host : host[..host.LastIndexOf(':')];

    private static int? PortOf(string host) =>
        host.LastIndexOf(':') is > 0 and var at && !host.EndsWith(']') && int.TryParse(host.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;
}
