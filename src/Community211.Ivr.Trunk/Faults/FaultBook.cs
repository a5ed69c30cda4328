using System.Globalization;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Time;

namespace Community211.Ivr.Trunk.Faults;

/// <summary>The faults in force for everybody, and whether the carrier is away. Touched on the lane only.</summary>
internal sealed class FaultBook(TrunkTime time, TrunkLog log)
{
    private readonly List<ActiveFault> active = [];
    private readonly Absence absence = new(time, log);
    private int last;

    public IReadOnlyList<ActiveFault> Active => active;

    public bool IsAway => absence.Lasts;

    /// <summary>What REST answers while the carrier is away; nothing: connections are cut.</summary>
    public int? AwayStatus { get; private set; }

    public ActiveFault Add(FaultRule rule, int seed)
    {
        var fault = new ActiveFault(rule, (++last).ToString(CultureInfo.InvariantCulture), new Random(unchecked((seed * 7919) + last)));
        active.Add(fault);
        if (rule.What == FaultWhat.Away && fault.Strikes(new FaultMoment(FaultOn.Carrier)))
        {
            AwayStatus = rule.Status;
            log.Tell(null, time.Now, "fault", Line(fault));
            absence.Begin(rule.Length!.Value);
        }
        return fault;
    }

    public void Replace(IReadOnlyList<FaultRule> rules, int seed)
    {
        Clear();
        foreach (var rule in rules)
            Add(rule, seed);
    }

    public void Clear() => active.ToList().ForEach(Remove);

    public bool Remove(string id)
    {
        if (active.Find(fault => fault.Id == id) is not { } found)
            return false;
        Remove(found);
        return true;
    }

    /// <summary>The faults that strike now, those of the call first; told in its story.</summary>
    public IReadOnlyList<FaultRule> Strike(Leg leg, FaultMoment moment, Func<FaultWhat, bool> stage, bool onlyOne = false)
    {
        List<FaultRule>? struck = null;
        foreach (var fault in leg.Faults.Active.Concat(active))
        {
            if (!stage(fault.Rule.What) || !fault.Strikes(moment))
                continue;
            leg.Story.Tell("fault", Line(fault));
            (struck ??= []).Add(fault.Rule);
            if (onlyOne)
                break;
        }
        return struck ?? [];
    }

    /// <summary>The first fault that strikes a request to the REST API.</summary>
    public FaultRule? StrikeRest(FaultMoment moment)
    {
        var fault = active.Find(one => one.Strikes(moment));
        if (fault is null)
            return null;
        log.Tell(null, time.Now, "fault", [.. Line(fault), ("method", moment.Method), ("path", moment.Paths[0])]);
        return fault.Rule;
    }

    /// <summary>Why a call comes to nobody now, in its story.</summary>
    public void TellAway(Leg leg)
    {
        if (active.FindLast(fault => fault is { Rule.What: FaultWhat.Away, Struck: > 0 }) is { } away)
            leg.Story.Tell("fault", [.. Line(away), ("note", "the carrier is away: the call comes to nobody")]);
    }

    /// <summary>Until the carrier is there; at once when it is.</summary>
    public Task Back() => absence.Over();

    public static (string Name, JsonNode? Value)[] Line(ActiveFault fault) =>
        [("on", fault.Rule.On.Word()), ("what", fault.Rule.What.Word()), ("seconds", fault.Rule.Seconds), ("status", fault.Rule.Status), ("rule", fault.Id), ("struck", fault.Struck)];

    private void Remove(ActiveFault fault)
    {
        active.Remove(fault);
        if (fault.Rule.What == FaultWhat.Away)
            absence.End();
    }
}
