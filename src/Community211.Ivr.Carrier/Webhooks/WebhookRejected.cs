using System.Diagnostics.CodeAnalysis;

namespace Community211.Ivr.Carrier;

/// <summary>A webhook that cannot be taken: 400 ill-formed, 405 method, 413 too large, 415 not a form.</summary>
/// <param name="status">HTTP status to answer with.</param>
/// <param name="reason">A sentence for the log and the answer; holds nothing of what was sent.</param>
[SuppressMessage("Naming", "CA1710", Justification = "An answer to the carrier more than a fault of ours; it reads as that.")]
public sealed class WebhookRejected(int status, string reason) : Exception(reason)
{
    public int Status { get; } = status;
}
