using System.Collections.Immutable;
using System.Globalization;
using Community211.Ivr.Files;
using NodaTime;

namespace Community211.Ivr.Places;

/// <summary>Reads <c>places.yaml</c>: the province's pool, the regions, our numbers and the partners' agents.</summary>
public static class PlacesReader
{
    public const string File = "places.yaml";

    /// <summary>The pool and the regions; null, with findings, when the file gives none.</summary>
    /// <param name="text">The file.</param>
    /// <param name="isLanguage">Whether a language id is known.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static (Region Pool, DateTimeZone Zone, string PlanArea, ImmutableDictionary<string, Region> Regions)? Read(string text, Func<string, bool> isLanguage, Findings findings)
    {
        if (YamlSource.Read(File, text, findings) is not { } map)
            return null;
        var root = new MapReader(map, findings);
        root.Number("format", 1, 1, 1);
        var pool = root.Map("pool", required: true);
        var list = root.Map("regions", required: true);
        var area = root.Text("plan-area");
        var zone = root.Text("zone");
        var known = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone);
        if (known is null)
            findings.Add("unknown-zone", root.PlaceOf("zone"), $"'{zone}' is no time zone.", "Write a name of the time zone database, for instance 'zone: America/Toronto'.");
        root.Done();
        if (pool is null || list is null)
            return null;
        var id = pool.Text("id");
        var all = ImmutableDictionary.CreateBuilder<string, Region>(StringComparer.Ordinal);
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        var province = ReadRegion(id, pool, isPool: true, isLanguage);
        places[id] = pool.At;
        foreach (var entry in list.Entries)
        {
            if (list.Map(entry.Key.Value) is not { } fields)
                continue;
            if (!IsName(entry.Key.Value))
                findings.Add("region-name", entry.Key.At, $"'{entry.Key.Value}' cannot name a region.", "Use letters, digits and hyphens; 'region', 'known' and 'unknown' have a meaning of their own.");
            if (entry.Key.Value == id)
                findings.Add("region-is-pool", entry.Key.At, $"'{id}' is the pool's id.", "Give the region another name.");
            all[entry.Key.Value] = ReadRegion(entry.Key.Value, fields, isPool: false, isLanguage);
            places[entry.Key.Value] = entry.Key.At;
        }
        var regions = all.ToImmutable();
        CheckTogether(province, regions, places, findings);
        return (province, known ?? DateTimeZone.Utc, area, regions);
    }

    private static Region ReadRegion(string id, MapReader r, bool isPool, Func<string, bool> isLanguage)
    {
        if (isPool)
            r.Take("id");
        var line = r.Text("line");
        if (line.Length > 0 && !CallerNumber.IsTenDigit(line))
            r.Findings.Add("not-ten-digit", r.PlaceOf("line"), $"'{line}' is no ten-digit number.", "Write it as \"+14165550190\"; N11 codes cannot be dialled.");
        var dialled = r.Texts("dialled");
        foreach (var number in dialled.Where(n => !CallerNumber.IsTenDigit(n.Value)))
            r.Findings.Add("not-ten-digit", number.At, $"'{number.Value}' is no ten-digit number.", "Write it as \"+14165550100\".");
        var from = isPool ? DateOnly.MinValue : Day(r, "from") ?? DateOnly.MinValue;
        var until = isPool ? null : Day(r, "until");
        var into = isPool ? null : r.OptionalText("into");
        if (until is null != into is null)
            r.Findings.Add("half-taken-over", r.At, $"Region '{id}' names only one of 'until' and 'into'.", "A region that ends says until when, and into which region it went.");
        if (until < from)
            r.Findings.Add("until-before-from", r.PlaceOf("until"), $"'{id}' ends before it begins.", "Correct one of the days.");
        var other = r.OptionalText("other-language");
        if (other is not null && !isLanguage(other))
            r.Findings.Add("unknown-language", r.PlaceOf("other-language"), $"'{other}' is not in languages.yaml.", "Add it there.");
        var region = new Region(
            id, Names(r), isPool ? "" : r.Text("partner"), line, [.. dialled.Select(d => d.Value)],
            other, from, until, until is null ? null : into, isPool ? [] : Agents(r, isLanguage));
        r.Done();
        return region;
    }

    private static ImmutableDictionary<string, string> Names(MapReader r)
    {
        var names = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (r.Map("name", required: true) is { } map)
        {
            foreach (var entry in map.Entries)
                names[entry.Key.Value] = map.Text(entry.Key.Value);
        }
        return names.ToImmutable();
    }

    private static ImmutableArray<SeatedAgent> Agents(MapReader r, Func<string, bool> isLanguage)
    {
        var agents = ImmutableArray.CreateBuilder<SeatedAgent>();
        var node = r.Take("agents");
        if (node is not null and not ListNode)
            r.Findings.Add("not-list", node.At, "'agents' must be a list.", "Write each agent as '- { id: ..., number: \"+1...\", languages: [en] }'.");
        foreach (var item in node is ListNode list ? list.Items : [])
        {
            if (item is not MapNode map)
            {
                r.Findings.Add("not-mapping", item.At, "An agent is a mapping.", "Write '- { id: ..., number: \"+1...\", languages: [en] }'.");
                continue;
            }
            var a = new MapReader(map, r.Findings);
            var number = a.Text("number");
            if (!CallerNumber.IsTenDigit(number))
                r.Findings.Add("not-ten-digit", a.PlaceOf("number"), $"'{number}' is no ten-digit number.", "Write it as \"+14165550170\".");
            var crisis = a.OptionalText("crisis") ?? "no";
            if (crisis is not ("yes" or "no"))
                r.Findings.Add("not-yes-no", a.PlaceOf("crisis"), "'crisis' is yes or no.", "Write 'crisis: yes' for agents trained for crisis calls.");
            var languages = a.Texts("languages");
            if (languages.IsEmpty)
                a.Findings.Add("unknown-language", a.At, "The agent has no language.", "Write 'languages: [en]'.");
            foreach (var language in languages.Where(l => !isLanguage(l.Value)))
                a.Findings.Add("unknown-language", language.At, $"'{language.Value}' is not in languages.yaml.", "Add it there, or correct it.");
            agents.Add(new SeatedAgent(a.Text("id"), number, [.. languages.Select(l => l.Value)], crisis == "yes"));
            a.Done();
        }
        return agents.ToImmutable();
    }

    private static bool IsName(string id) =>
        id is not ("" or "region" or "known" or "unknown") && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static DateOnly? Day(MapReader r, string name)
    {
        var text = r.OptionalText(name);
        if (text is null)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        r.Findings.Add("not-day", r.PlaceOf(name), $"'{text}' is no day.", $"Write '{name}: 2027-04-01'.");
        return null;
    }

    private static void CheckTogether(Region pool, ImmutableDictionary<string, Region> regions, Dictionary<string, Place> places, Findings findings)
    {
        if (regions.IsEmpty)
            findings.Add("no-regions", places[pool.Id], "There is no region.", "Name at least one under 'regions'.");
        var everyone = regions.Values.Append(pool).ToList();
        foreach (var twice in everyone.SelectMany(r => r.Dialled.Select(d => (d, r.Id))).GroupBy(x => x.d).Where(g => g.Count() > 1))
            findings.Add("number-twice", places[twice.Last().Id], $"{twice.Key} stands under {string.Join(" and ", twice.Select(x => x.Id))}.", "A dialled number says one region.");
        foreach (var region in everyone.Where(r => everyone.Exists(o => o.Dialled.Contains(r.Line))))
            findings.Add("line-is-ours", places[region.Id], $"The line of '{region.Id}' is one of our own dialled numbers.", "Give the partner's own number: ours would bring the caller back to us in a circle.");
        foreach (var twice in regions.Values.SelectMany(r => r.Agents.Select(a => (a.Id, Region: r.Id))).GroupBy(x => x.Id).Where(g => g.Count() > 1))
            findings.Add("agent-twice", places[twice.Last().Region], $"Agent '{twice.Key}' stands here more than once.", "Give each agent an id of their own.");
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
