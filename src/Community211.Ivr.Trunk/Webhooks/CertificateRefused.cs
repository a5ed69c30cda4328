using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>The service's certificate is not one that the carrier accepts; self-signed ones never are.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032", Justification = "Made in one way only.")]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1064", Justification = "Never leaves the trunk.")]
internal sealed class CertificateRefused(int code, string message) : AuthenticationException(message)
{
    public int Code => code;

    /// <summary>11236 expired, 11235 another domain's, 11237 no path to a trusted authority: the first that holds.</summary>
    public static bool Check(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        var name = certificate?.Subject ?? "none";
        if (chain?.ChainStatus.Any(status => status.Status.HasFlag(X509ChainStatusFlags.NotTimeValid)) == true)
            throw new CertificateRefused(11236, $"Certificate Invalid - Certificate Expired ({name}).");
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            throw new CertificateRefused(11235, $"Certificate Invalid - Domain Mismatch ({name}).");
        throw new CertificateRefused(11237, $"Certificate Invalid - Could not find path to certificate ({name}).");
    }
}
