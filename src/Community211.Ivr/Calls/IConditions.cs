using Community211.Ivr.Flows;

namespace Community211.Ivr.Calls;

/// <summary>What holds at a moment besides files and time: calendars that staff have open. Known at once, without asking the store.</summary>
public interface IConditions
{
    Conditions At(DateTimeOffset now);
}
