namespace Community211.Ivr.Calls;

/// <summary>How an offer came to nothing.</summary>
public enum OfferEnd
{
    NoAnswer,

    /// <summary>Answered, but nobody pressed 1: a mailbox.</summary>
    NoKey,

    /// <summary>The agent said no, at the desk.</summary>
    Declined,

    /// <summary>The carrier could not ring.</summary>
    CarrierFault,

    /// <summary>Somebody else was first.</summary>
    Taken,

    /// <summary>The caller has gone, or left the line.</summary>
    CallerGone,
}
