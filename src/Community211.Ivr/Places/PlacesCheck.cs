using Community211.Ivr.Files;

namespace Community211.Ivr.Places;

/// <summary>What only shows when regions, numbers and agents are looked at together.</summary>
internal static class PlacesCheck
{
    /// <summary>Under what the place of an agent's id is kept; no region can have such a name.</summary>
    public static string Agent(string id) => $"agent {id}";

    /// <summary>Under what the place of a dialled number is kept.</summary>
    public static string Dialled(string region, string number) => $"{region} {number}";

    /// <param name="file">What was read.</param>
    /// <param name="places">Where things stand: regions and the pool by id, their numbers by <see cref="Dialled"/>, agents by <see cref="Agent"/> and by number, the last of several.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static void Run(PlacesFile file, IReadOnlyDictionary<string, Place> places, Findings findings)
    {
        var regions = file.Regions;
        if (regions.IsEmpty)
            findings.Add("no-regions", places[file.Pool.Id], "There is no region.", "Name at least one under 'regions'.");
        var everyone = file.Everyone.ToList();
        foreach (var twice in everyone.SelectMany(r => r.Dialled.Select(d => (d, r.Id))).GroupBy(x => x.d).Where(g => g.Count() > 1))
        {
            var inOrder = twice.Select(x => (x.Id, At: places[Dialled(x.Id, twice.Key)])).OrderBy(x => x.At.Line).ThenBy(x => x.At.Column).ToList();
            findings.Add("number-twice", inOrder[^1].At, $"{twice.Key} stands under {string.Join(" and ", inOrder.Select(x => x.Id))}.", "A dialled number says one region.");
        }
        var ours = everyone.SelectMany(r => r.Dialled).ToHashSet(StringComparer.Ordinal);
        foreach (var region in everyone.Where(r => ours.Contains(r.Line)))
            findings.Add("line-is-ours", places[region.Id], $"The line of '{region.Id}' is one of our own dialled numbers.", "Give the partner's own number: ours would bring the caller back to us in a circle.");
        foreach (var twice in regions.Values.SelectMany(r => r.Agents.Select(a => (a.Id, Region: r.Id))).GroupBy(x => x.Id).Where(g => g.Count() > 1))
            findings.Add("agent-twice", places[Agent(twice.Key)], $"Agent '{twice.Key}' stands here more than once.", "Give each agent an id of their own.");
        foreach (var twice in regions.Values.SelectMany(r => r.Agents.Where(a => a.Number.Length > 0).Select(a => (a.Number, a.Id, Region: r.Id))).GroupBy(x => x.Number).Where(g => g.Count() > 1))
            findings.Add("agent-number-twice", places[twice.Key], $"{string.Join(" and ", twice.Select(x => $"'{x.Id}'"))} have one number.", "Give each agent a number of their own: two calls would ring one person.");
        foreach (var (agent, known) in regions.Values.SelectMany(r => r.Agents).SelectMany(a => a.Knows.Where(k => !regions.ContainsKey(k)).Select(k => (a, k))))
            findings.Add("unknown-region", places[Agent(agent.Id)], $"Agent '{agent.Id}' knows '{known}', which is no region here.", "Name a region of this file.");
        foreach (var region in regions.Values.Where(r => r.Into is not null))
        {
            if (!regions.TryGetValue(region.Into!, out var into))
                findings.Add("unknown-region", places[region.Id], $"'{region.Id}' went into '{region.Into}', which is not here.", "Name a region of this file.");
            else if (into.Until is not null && into.Until <= region.Until)
                findings.Add("taken-over-by-ended", places[region.Id], $"'{region.Id}' went into '{into.Id}', which had ended by then.", "Name the region that answers now.");
            else if (region.Until < DateOnly.MaxValue && into.From > region.Until!.Value.AddDays(1))
                findings.Add("taken-over-too-late", places[region.Id], $"Nobody answers for '{region.Id}' between {region.Until:yyyy-MM-dd} and {into.From:yyyy-MM-dd}, when '{into.Id}' begins.", "Let the days meet.");
        }
    }
}
