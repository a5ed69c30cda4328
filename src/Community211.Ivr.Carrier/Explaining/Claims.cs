using System.Globalization;

namespace Community211.Ivr.Carrier.Explaining;

/// <summary>What the request's headers say about the address that was asked. Believed for guessing only, never for accepting.</summary>
internal sealed class Claims(CapturedRequest request)
{
    private static readonly string[] HostHeaders = ["X-Forwarded-Host", "X-Original-Host", "X-Host", "Host"];
    private static readonly string[] TargetHeaders = ["X-Original-URI", "X-Original-URL", "X-Rewrite-URL", "X-Envoy-Original-Path", "X-Forwarded-Uri", "X-Request-Uri"];

    /// <summary>Hosts with their ports as written, none twice.</summary>
    public IEnumerable<string> Hosts => HostHeaders.SelectMany(request.Values).Concat(Forwarded("host")).Append(Authority(request.Origin))
        .SelectMany(h => (h ?? "").Split(',')).Select(h => h.Trim().Trim('"')).Where(IsHost).Distinct(StringComparer.Ordinal);

    public IEnumerable<int> Ports => request.Values("X-Forwarded-Port").Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0).Where(p => p is > 0 and < 65536);

    /// <summary>Path bases that a proxy says it took off.</summary>
    public IEnumerable<string> Prefixes => request.Values("X-Forwarded-Prefix").Concat(request.Values("X-Forwarded-PathBase"))
        .Select(p => $"/{p.Trim().Trim('/')}").Where(p => p.Length > 1);

    /// <summary>Targets that a proxy says were asked.</summary>
    public IEnumerable<string> Targets => TargetHeaders.SelectMany(request.Values)
        .Select(t => Uri.TryCreate(t, UriKind.Absolute, out var url) && url.Scheme.StartsWith("http", StringComparison.Ordinal) ? url.PathAndQuery : t)
        .Where(t => t.StartsWith('/')).Distinct(StringComparer.Ordinal);

    private IEnumerable<string> Forwarded(string name) => request.Values("Forwarded").SelectMany(f => f.Split(',', ';'))
        .Select(p => p.Split('=', 2)).Where(p => p.Length == 2 && p[0].Trim().Equals(name, StringComparison.OrdinalIgnoreCase)).Select(p => p[1]);

    private static string? Authority(string? origin) => origin?.Split("://", 2) is [_, var authority] ? authority : null;

    private static bool IsHost(string text) => text.Length > 0 && Uri.TryCreate($"http://{text}/", UriKind.Absolute, out var url) && url.AbsolutePath == "/" && url.UserInfo.Length == 0;
}
