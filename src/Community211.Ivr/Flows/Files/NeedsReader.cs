using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Files;

/// <summary>Reads <c>needs.yaml</c>.</summary>
public static class NeedsReader
{
    public const string File = "needs.yaml";

    public static NeedsModel Read(string text, Findings findings)
    {
        var needs = ImmutableDictionary.CreateBuilder<string, Need>(StringComparer.Ordinal);
        if (YamlSource.Read(File, text, findings) is not { } map)
            return new NeedsModel(needs.ToImmutable(), []);
        var root = new MapReader(map, findings);
        root.Number("format", 1, 1, 1);
        var list = root.Map("needs", required: true);
        var crisis = root.Map("crisis", required: true);
        ImmutableArray<string> words = crisis is null ? [] : PhrasesOf(crisis);
        crisis?.Done();
        root.Done();
        foreach (var entry in list?.Entries ?? [])
        {
            if (list!.Map(entry.Key.Value) is not { } r)
                continue;
            var labels = r.Map("label", required: true);
            var urgency = r.OptionalText("urgency") ?? "general";
            if (urgency is not ("general" or "urgent"))
                findings.Add("unknown-urgency", r.PlaceOf("urgency"), $"'{urgency}' is no urgency.", "Write general or urgent; crisis has a line of its own.");
            needs[entry.Key.Value] = new Need(
                entry.Key.Value,
                (labels?.Entries ?? []).ToImmutableDictionary(e => e.Key.Value, e => labels!.Text(e.Key.Value), StringComparer.Ordinal),
                urgency == "urgent" ? Priority.Urgent : Priority.General,
                PhrasesOf(r));
            r.Done();
        }
        return new NeedsModel(needs.ToImmutable(), words);
    }

    private static ImmutableArray<string> PhrasesOf(MapReader r)
    {
        var byLanguage = r.Map("phrases");
        return [.. (byLanguage?.Entries ?? []).SelectMany(e => byLanguage!.Texts(e.Key.Value)).Select(p => SpokenWords.Plain(p.Value)).Where(p => p.Length > 0)];
    }
}
