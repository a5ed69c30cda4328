namespace Community211.Ivr.Host.Doctor;

/// <summary>Who answers where the service listens.</summary>
internal enum ServiceKind
{
    /// <summary>This service, and it serves callers.</summary>
    Ready,

    /// <summary>This service, and it cannot serve callers.</summary>
    NotReady,

    /// <summary>Another program.</summary>
    Stranger,

    Nobody,
}
