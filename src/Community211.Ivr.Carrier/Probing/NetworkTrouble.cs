using System.Net.Sockets;
using System.Security.Authentication;

namespace Community211.Ivr.Carrier.Probing;

/// <summary>Why nobody answered, in an operator's words.</summary>
/// <param name="Said">What went wrong.</param>
/// <param name="Do">What to do.</param>
public sealed record NetworkTrouble(string Said, string Do)
{
    /// <summary>The trouble that a request ended with; null for what is no trouble of the network.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="url">What was asked.</param>
    /// <param name="key">The key that names it.</param>
    /// <param name="patience">How long an answer was waited for.</param>
    public static NetworkTrouble? Of(Exception fault, Uri url, string key, TimeSpan patience) => fault switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new(
            $"the name {url.Host} is not known here", $"Look at {key} for a slip, and at this machine's DNS: getent hosts {url.Host}"),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new(
            $"no secure connection to {url.Authority}: {Reason(fault)}",
            "The certificate is expired, for another name, or of an issuer that this machine does not know; a wrong clock or a proxy that opens TLS looks the same."),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => new(
            $"{url.Authority} does not take the connection{(fault.InnerException is SocketException socket ? $" ({socket.SocketErrorCode})" : "")}", $"Look at {key}, and whether a firewall or a proxy is in between."),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => new(
            $"the proxy does not let requests through to {url.Authority}", "Look at HTTPS_PROXY, HTTP_PROXY and NO_PROXY in the service's environment."),
        HttpRequestException => new($"no answer from {url.Authority}: {Reason(fault)}", $"Look at {key}; something else than HTTP may answer there."),
        OperationCanceledException => new(
            FormattableString.Invariant($"{url.Authority} did not answer within {patience.TotalSeconds:0} s"), $"Look at {key}, and whether a firewall drops what is sent there."),
        _ => null,
    };

    private static string Reason(Exception fault) =>
        (fault.InnerException is AuthenticationException inner ? inner.Message : fault.GetBaseException().Message).TrimEnd('.');
}
