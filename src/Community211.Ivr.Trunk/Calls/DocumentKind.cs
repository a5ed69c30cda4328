namespace Community211.Ivr.Trunk.Calls;

/// <summary>Where a document runs decides which verbs it may hold.</summary>
internal enum DocumentKind
{
    Call,

    /// <summary>Enqueue's wait URL: Play Say Pause Hangup Redirect Leave Gather.</summary>
    Wait,

    /// <summary>A room's wait URL: Play Say Pause Redirect.</summary>
    Music,

    /// <summary>Number's url, on the dialled leg before the bridge: Play Say Gather Pause Redirect Hangup.</summary>
    Screen,
}
