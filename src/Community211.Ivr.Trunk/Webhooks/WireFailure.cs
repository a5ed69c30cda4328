namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>Where an exchange failed, as far as retries care.</summary>
internal enum WireFailure
{
    None,

    /// <summary>No connection, or no TLS.</summary>
    Connect,

    /// <summary>Sent, and no answer in time.</summary>
    Read,

    Other,
}
