namespace Community211.Ivr.Queues.Figures;

/// <summary>What became of a call, for the figures.</summary>
public enum CallOutcome
{
    /// <summary>Not over, and nobody has answered yet.</summary>
    Waiting,

    /// <summary>The caller left before being in line.</summary>
    LeftBeforeLine,

    /// <summary>The caller left the line before a person answered.</summary>
    Abandoned,

    /// <summary>A person answered: an agent, or a contact rung beside the agents.</summary>
    Answered,

    /// <summary>A ten-digit line outside our floor took the call, because something of ours failed or the caller chose it.</summary>
    Outside,

    /// <summary>The caller asked to be called back.</summary>
    CallbackAsked,
}
