namespace Community211.Ivr.Trunk.Faults;

/// <summary>What goes wrong.</summary>
internal enum FaultWhat
{
    /// <summary>So many seconds late: a webhook on its way, a status callback before it is sent.</summary>
    Delay,

    /// <summary>Sent twice.</summary>
    Duplicate,

    /// <summary>Held back until the next one of its leg was sent.</summary>
    Reorder,

    /// <summary>Never arrives.</summary>
    DropRequest,

    /// <summary>Arrives, or is done; the answer is lost.</summary>
    DropResponse,

    /// <summary>The connection is reset before the request arrives.</summary>
    Reset,

    /// <summary>Something in front of the service answers in its place; the request does not arrive.</summary>
    Status,

    /// <summary>The request arrives; the carrier sees another answer.</summary>
    StatusAfter,

    /// <summary>The REST API takes its time before it does anything.</summary>
    Slow,

    /// <summary>429: never processed.</summary>
    TooMany,

    /// <summary>5xx before anything was done.</summary>
    ServerError,

    /// <summary>5xx although it was done.</summary>
    ServerErrorAfter,

    /// <summary>The leg is lost.</summary>
    Drop,

    /// <summary>No REST, no webhooks, no new calls; legs stay up.</summary>
    Away,
}
