namespace Community211.Ivr.Host.Doctor;

/// <summary>How serious what was found is.</summary>
internal enum Outcome
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Calls are served; somebody should look at it.</summary>
    Warn,

    /// <summary>Calls are not served, or will not be after the next start.</summary>
    Fail,
}
