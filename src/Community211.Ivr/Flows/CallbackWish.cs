namespace Community211.Ivr.Flows;

/// <summary>What a caller wants who is to be called back. The number itself is private and not here.</summary>
/// <param name="Stage">What is asked next.</param>
/// <param name="Line">Id of the queue step in whose line the place is kept.</param>
/// <param name="Other">Another number than the one that they call from.</param>
/// <param name="Message">Whether a message may be left.</param>
public sealed record CallbackWish(CallbackStage Stage, string Line, bool Other = false, bool Message = false);

/// <summary>What a callback step asks.</summary>
public enum CallbackStage
{
    /// <summary>Whether the number is right.</summary>
    Number,

    /// <summary>Ten digits of another number.</summary>
    Entry,

    /// <summary>Whether it is safe to call.</summary>
    Safe,

    /// <summary>Whether a message may be left.</summary>
    Message,

    /// <summary>Nothing more.</summary>
    Booked,
}
