using Microsoft.Extensions.Logging;

namespace Community211.Ivr.Carrier;

/// <summary>Set by the circuit breaker.</summary>
internal sealed class CarrierHealth(ILogger<CarrierHealth> log) : ICarrierHealth
{
    private volatile bool _open;

    public event EventHandler? Changed;

    public bool Open => _open;

    public void Set(bool open)
    {
        if (_open == open)
            return;
        _open = open;
        if (open)
            log.Opened();
        else
            log.Closed();
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
