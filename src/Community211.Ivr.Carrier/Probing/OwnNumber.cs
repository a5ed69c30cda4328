namespace Community211.Ivr.Carrier.Probing;

/// <summary>A number of the account as the carrier has it; texts are null where nothing is set.</summary>
/// <param name="Number">E.164.</param>
/// <param name="VoiceUrl">Asked when it is called.</param>
/// <param name="VoiceMethod">How.</param>
/// <param name="FallbackUrl">Asked when that fails.</param>
/// <param name="StatusCallback">Told when a call is over.</param>
/// <param name="Application">An application or trunk that takes its calls in the place of <paramref name="VoiceUrl"/>.</param>
public sealed record OwnNumber(string Number, string? VoiceUrl, string? VoiceMethod, string? FallbackUrl, string? StatusCallback, string? Application);
