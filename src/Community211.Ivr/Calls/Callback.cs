namespace Community211.Ivr.Calls;

/// <summary>A call that is owed to a caller who has hung up. The number is private: it is in the vault, and nowhere else.</summary>
/// <param name="BookedAt">When it was asked for.</param>
/// <param name="Attempts">How often the caller was rung.</param>
/// <param name="NotBefore">Not rung again before this time; null: at any time.</param>
/// <param name="Dial">Id of the dial that is under way; null: none is.</param>
/// <param name="DialledAt">When it was first sent.</param>
/// <param name="Dials">How often it was sent; more than once only after an unknown outcome.</param>
/// <param name="Leg">CallSid of its leg; null until the carrier named it.</param>
/// <param name="Told">The dial whose leg is to hear the end of it: nobody there pressed 1.</param>
public sealed record Callback(
    DateTimeOffset BookedAt,
    int Attempts = 0,
    DateTimeOffset? NotBefore = null,
    string? Dial = null,
    DateTimeOffset? DialledAt = null,
    int Dials = 0,
    string? Leg = null,
    string? Told = null);
