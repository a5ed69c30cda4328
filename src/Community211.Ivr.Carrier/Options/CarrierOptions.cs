namespace Community211.Ivr.Carrier;

/// <summary>Section <c>Carrier</c>.</summary>
public sealed class CarrierOptions
{
    public const string Section = "Carrier";

    /// <summary>
    /// <c>Simulated</c> (default): calls come from the trunk that the service starts; any loopback address will do.
    /// <c>Twilio</c>: calls come from the public carrier; sample credentials and plain http are refused.
    /// </summary>
    public string Mode { get; set; } = nameof(CarrierMode.Simulated);

    /// <summary>The mode as a value; null when <see cref="Mode"/> is neither.</summary>
    public CarrierMode? Kind =>
        nameof(CarrierMode.Simulated).Equals(Mode, StringComparison.OrdinalIgnoreCase) ? CarrierMode.Simulated
        : nameof(CarrierMode.Twilio).Equals(Mode, StringComparison.OrdinalIgnoreCase) ? CarrierMode.Twilio
        : null;
}
