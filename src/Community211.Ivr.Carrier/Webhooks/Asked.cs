using System.Globalization;
using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Carrier;

/// <summary>What a request says, from its URL (ours) and its form (the carrier's).</summary>
internal sealed class Asked(Target target, FormBody form)
{
    public Target Target { get; } = target;

    /// <summary>CallSid of the leg that the request is about; null if the carrier did not say.</summary>
    public string? LegIfAny { get; } = CallSid(form.Text("CallSid"), "CallSid");

    /// <summary>CallSid of the leg that the request is about.</summary>
    public string Leg => LegIfAny ?? throw new WebhookRejected(400, "CallSid is missing.");

    /// <summary>CallSid of the caller in the URL; null when the leg is the caller's own.</summary>
    public string? CallerInUrl { get; } = CallSid(target.Call, "call in the URL");

    /// <summary>CallSid of the caller.</summary>
    public string Caller => CallerInUrl ?? Leg;

    /// <summary>The offer in the URL, at most 64 characters; null if none.</summary>
    public string? Offer => Target.Offer?.Cut(64);

    /// <summary>The place in the URL, at most 16 characters; null if none.</summary>
    public string? At => Target.At?.Cut(16);

    /// <summary>The carrier's sequence number; null if it does not say.</summary>
    public int? Number =>
        int.TryParse(form.Text("SequenceNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A field, at most 64 characters; null if absent or empty.</summary>
    public string? Word(string field) => Text(field, 64);

    /// <summary>A field; null if absent or empty.</summary>
    public string? Text(string field, int most) => form.Text(field)?.Cut(most);

    private static string? CallSid(string? text, string name) =>
        text is null || Sids.Call().IsMatch(text)
            ? text
            : throw new WebhookRejected(400, $"{name} is not CA followed by 32 hexadecimal digits.");
}
