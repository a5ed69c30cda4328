using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Host.Staff;

/// <summary>Makes a note of what an agent sent, or says what is wrong with it and what is allowed. Pure.</summary>
internal sealed class WrapUpReading(NoteLabels labels, NeedsModel needs)
{
    private const int MostNeeds = 16;

    /// <summary>A sentence; null when all is well.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>What is allowed in the place of what is wrong; null when that is no matter of choice.</summary>
    public IEnumerable<string>? Allowed { get; private set; }

    /// <summary>The note; null when something is wrong with it.</summary>
    public WrapUp? Read(WrapUpOrder order, string agent, DateTimeOffset now)
    {
        var noted = Needs(order).ToImmutableArray();
        Region(nameof(order.CallerRegion), order.CallerRegion);
        Region(nameof(order.NeedRegion), order.NeedRegion);
        if (order.NoNeed is { } code)
        {
            Known("noNeed", code, labels.NoNeed.Keys);
            if (noted.Length > 0 || order.Needs is not null)
                Wrong("A call without a need has no 'needs': write 'needs' or 'noNeed'.");
            if (order.Referral == true || order.FollowUp == true || order.NeedRegion is not null || order.Crisis == true)
                Wrong("A call without a need has no referral, no follow-up, no region of a need, and is no crisis: leave 'noNeed' or those out.");
        }
        else if (noted.Length == 0)
        {
            Wrong("""Say what it was about: {"needs":[{"need":"food","outcome":"met"}]}, or that there was no need: {"noNeed":"silent"}.""");
        }
        return WhyNot is not null ? null : new WrapUp(agent, now)
        {
            Needs = noted,
            NoNeed = order.NoNeed,
            Referral = order.Referral,
            FollowUp = order.FollowUp,
            CallerRegion = order.CallerRegion,
            NeedRegion = order.NeedRegion,
            Crisis = order.Crisis,
        };
    }

    private IEnumerable<NotedNeed> Needs(WrapUpOrder order)
    {
        if (order.Needs?.Count > MostNeeds)
            Wrong($"There are more than {MostNeeds} needs.");
        if (order.Needs?.Where(n => n is not null).GroupBy(n => n.Need, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            Wrong($"The need '{twice.Key}' is there twice.");
        foreach (var need in order.Needs ?? [])
        {
            if (need is null || !Known("need", need.Need, labels.Needs.Keys) || !Known("outcome", need.Outcome, ["met", "unmet"]))
                continue;
            var outcome = need.Outcome == "met" ? NeedOutcome.Met : NeedOutcome.Unmet;
            if (outcome == NeedOutcome.Met && need.Why is not null)
                Wrong($"'{need.Need}' is met and has a 'why': only a need that is unmet has one.");
            if (outcome == NeedOutcome.Unmet)
                Known("why", need.Why, labels.Unmet.Keys);
            foreach (var service in need.Services ?? [])
                Known("services", service, labels.Services.Keys);
            yield return new NotedNeed(need.Need!, [.. need.Services?.Distinct() ?? needs.Needs[need.Need!].Services], outcome, need.Why);
        }
        if (order.Needs?.Any(n => n is null) == true)
            Wrong("One of 'needs' is null.");
    }

    private void Region(string name, string? region)
    {
        if (region is not null)
            Known($"{char.ToLowerInvariant(name[0])}{name[1..]}", region, labels.Regions.Keys);
    }

    private bool Known(string name, string? value, IEnumerable<string> allowed)
    {
        if (value is not null && allowed.Contains(value, StringComparer.Ordinal))
            return true;
        if (WhyNot is null)
            Allowed = allowed;
        var near = value is null ? null : Nearest.To(value, allowed);
        Wrong($"'{name}' is {(value is null ? "missing" : $"'{value}'")}. {(near is null ? $"Allowed: {string.Join(", ", allowed)}." : $"Did you mean '{near}'?")}");
        return false;
    }

    private void Wrong(string sentence) => WhyNot ??= sentence;
}
