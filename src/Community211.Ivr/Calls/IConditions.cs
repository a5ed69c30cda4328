using Community211.Ivr.Flows;

namespace Community211.Ivr.Calls;

/// <summary>What holds at a moment besides files and time: calendars that staff have open, what is known of a caller's wait. Known at once, without asking the store.</summary>
public interface IConditions
{
    /// <param name="now">The moment.</param>
    /// <param name="call">CallSid of the caller.</param>
    Conditions At(DateTimeOffset now, string call);
}
