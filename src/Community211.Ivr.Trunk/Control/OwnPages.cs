using System.Net;
using Community211.Ivr.Trunk.Rest;

namespace Community211.Ivr.Trunk.Control;

/// <summary>
/// Keeps other web sites that are open in a tester's browser from placing calls here: the phone and the control API answer
/// under a loopback name only (a site may give its own name this machine's address), and the control API to the trunk's own
/// page and to what is no browser. The carrier's REST API has credentials of its own.
/// </summary>
internal static class OwnPages
{
    private const int Forbidden = 403;

    public static Task Check(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments(RestApi.Version, StringComparison.Ordinal))
            return next(context);
        if (!IsLoopback(request.Host.Host))
            throw new BadInput($"The host '{request.Host}' is no name of this machine: use http://127.0.0.1 or http://localhost.", Forbidden);
        if (request.Path.StartsWithSegments("/sim", StringComparison.Ordinal) && IsForeign(request))
            throw new BadInput("A page of another site may not use the control API: open the phone at the trunk's own address.", Forbidden);
        return next(context);
    }

    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    // Browsers tell where a request comes from; a script can not change these headers, and curl sends neither.
    private static bool IsForeign(HttpRequest request) =>
        (request.Headers.Origin is [{ } origin] && origin != $"{request.Scheme}://{request.Host}")
        || request.Headers.Origin.Count > 1
        || (request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none"));
}
