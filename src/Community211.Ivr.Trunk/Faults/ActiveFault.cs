using System.Text.Json.Nodes;

namespace Community211.Ivr.Trunk.Faults;

/// <summary>A rule in force: how often it struck, and its own seeded dice.</summary>
internal sealed class ActiveFault(FaultRule rule, string id, Random dice)
{
    public FaultRule Rule => rule;

    public string Id => id;

    public int Struck { get; private set; }

    public bool Strikes(FaultMoment moment)
    {
        if (rule.On != moment.On || Struck >= (rule.Times ?? int.MaxValue) || !rule.Match.Fits(moment))
            return false;
        if (rule.Chance < 1 && dice.NextDouble() >= rule.Chance)
            return false;
        Struck++;
        return true;
    }

    public JsonObject ToJson()
    {
        var told = rule.ToJson();
        told.Insert(0, "id", id);
        told["struck"] = Struck;
        return told;
    }
}
