using Community211.Ivr.Flows;

namespace Community211.Ivr.Calls;

/// <summary>Nothing out of the ordinary, ever.</summary>
public sealed class PlainConditions : IConditions
{
    public Conditions At(DateTimeOffset now, string call) => Conditions.Plain;
}
