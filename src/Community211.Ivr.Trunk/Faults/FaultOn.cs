namespace Community211.Ivr.Trunk.Faults;

/// <summary>Where a fault strikes.</summary>
internal enum FaultOn
{
    /// <summary>A request whose answer matters: documents and actions.</summary>
    Webhook,

    /// <summary>A request whose answer is ignored: status callbacks of legs, rooms and the like.</summary>
    Status,

    /// <summary>A request of the service to the REST API.</summary>
    Rest,

    Leg,

    /// <summary>The carrier as a whole.</summary>
    Carrier,
}
