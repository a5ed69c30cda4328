using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Files;

/// <summary>Reads <c>needs.yaml</c>.</summary>
public static class NeedsReader
{
    public const string File = "needs.yaml";

    /// <summary>The needs; null, with findings, when the file cannot be read.</summary>
    /// <param name="text">The file.</param>
    /// <param name="languages">Languages of the flow: each label is needed in each of them.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static NeedsModel? Read(string text, ImmutableArray<string> languages, Findings findings)
    {
        if (YamlSource.Read(File, text, findings) is not { } map)
            return null;
        var root = new MapReader(map, findings);
        root.Number("format", 1, 1, 1);
        var services = ReadServices(root.Map("services", required: true), languages);
        var crisis = root.Map("crisis", required: true);
        ImmutableArray<TextNode> words = crisis is null ? [] : PhrasesOf(crisis);
        crisis?.Done();
        var list = root.Map("needs", required: true);
        root.Done();
        var check = new PhrasesCheck(words, findings);
        check.LookAtCrisis();
        var needs = ImmutableDictionary.CreateBuilder<string, Need>(StringComparer.Ordinal);
        foreach (var entry in list?.Entries ?? [])
        {
            if (list!.Map(entry.Key.Value) is { } r)
                needs[entry.Key.Value] = ReadNeed(entry.Key.Value, r, languages, services, list, check);
        }
        return new NeedsModel(needs.ToImmutable(), Plain(words)) { Services = services };
    }

    private static Need ReadNeed(
        string id, MapReader r, ImmutableArray<string> languages, ImmutableDictionary<string, PriorityService> services, MapReader needs, PhrasesCheck check)
    {
        var labels = LabelReader.Read(r, languages);
        var urgency = r.OptionalText("urgency") ?? "general";
        if (urgency is not ("general" or "urgent"))
            r.Findings.Add("unknown-urgency", r.PlaceOf("urgency"), $"'{urgency}' is no urgency.", "Write general or urgent; crisis has a line of its own.");
        var belongs = r.Texts("services");
        foreach (var service in belongs.Where(s => !services.ContainsKey(s.Value)))
            r.Findings.Add("unknown-service", service.At, $"'{service.Value}' is no priority service.", Nearest.To(service.Value, services.Keys) is { } near ? $"Did you mean '{near}'?" : "Name one that stands under 'services'.");
        var counts = r.OptionalText("counts-as") ?? id;
        if (!needs.Has(counts))
            r.Findings.Add("unknown-need", r.PlaceOf("counts-as"), $"There is no need '{counts}'.", Nearest.To(counts, needs.Entries.Select(e => e.Key.Value)) is { } near ? $"Did you mean '{near}'?" : "Name another need of this file.");
        var phrases = PhrasesOf(r);
        check.Look(id, phrases);
        r.Done();
        return new Need(id, labels, urgency == "urgent" ? Priority.Urgent : Priority.General, Plain(phrases))
        {
            Services = [.. belongs.Select(s => s.Value)],
            CountsAs = counts,
        };
    }

    private static ImmutableDictionary<string, PriorityService> ReadServices(MapReader? list, ImmutableArray<string> languages)
    {
        var all = ImmutableDictionary.CreateBuilder<string, PriorityService>(StringComparer.Ordinal);
        foreach (var entry in list?.Entries ?? [])
        {
            if (list!.Map(entry.Key.Value) is not { } r)
                continue;
            all[entry.Key.Value] = new PriorityService(entry.Key.Value, LabelReader.Read(r, languages));
            r.Done();
        }
        return all.ToImmutable();
    }

    private static ImmutableArray<TextNode> PhrasesOf(MapReader r)
    {
        var byLanguage = r.Map("phrases");
        return [.. (byLanguage?.Entries ?? []).SelectMany(e => byLanguage!.Texts(e.Key.Value))];
    }

    private static ImmutableArray<string> Plain(ImmutableArray<TextNode> phrases) =>
        [.. phrases.Select(p => SpokenWords.Plain(p.Value)).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal)];
}
