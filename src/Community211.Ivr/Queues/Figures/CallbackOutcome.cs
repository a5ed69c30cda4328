namespace Community211.Ivr.Queues.Figures;

/// <summary>What became of a callback.</summary>
public enum CallbackOutcome
{
    /// <summary>The person was reached.</summary>
    Kept,

    /// <summary>Rung as often as the files say, in vain.</summary>
    NotReached,

    /// <summary>Too late to call.</summary>
    Expired,

    /// <summary>Talked with somebody in another call meanwhile, or asked in it to be called back.</summary>
    Cancelled,
}
