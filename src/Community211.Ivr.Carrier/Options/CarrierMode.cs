namespace Community211.Ivr.Carrier;

/// <summary>Where calls come from.</summary>
public enum CarrierMode
{
    Simulated,
    Twilio,
}
