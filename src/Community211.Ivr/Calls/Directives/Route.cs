namespace Community211.Ivr.Calls.Directives;

/// <summary>The doors through which the carrier comes in; each is a webhook of the service, <c>/voice/...</c>.</summary>
public enum Route
{
    Inbound,
    Step,
    Wait,
    QueueResult,
    Connect,
    Resume,
    Agent,
    Conference,

    /// <summary>What the caller hears on hold.</summary>
    Hold,
    Status,
    Fallback,
}
