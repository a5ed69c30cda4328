using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Files;

/// <summary>Reads <c>phrases.yaml</c>: what the service itself says, in every language of the flow.</summary>
public static class PhrasesReader
{
    public const string File = "phrases.yaml";

    public static Phrases Read(string text, ImmutableArray<string> languages, Findings findings)
    {
        var where = ImmutableDictionary.CreateBuilder<string, Place>(StringComparer.Ordinal);
        var all = ImmutableDictionary.CreateBuilder<string, Text>(StringComparer.Ordinal);
        var root = YamlSource.Read(File, text, findings) is { } map ? new MapReader(map, findings) : null;
        root?.Number("format", 1, 1, 1);
        var list = root?.Map("phrases", required: true);
        root?.Done();
        foreach (var id in Phrases.All.Concat(Phrases.Optional))
        {
            var wording = list?.Map(id, required: !Phrases.Optional.Contains(id));
            if (wording is null && Phrases.Optional.Contains(id))
                continue;
            var texts = languages.Select(l => (l, Node: wording?.Spoken(l, required: true))).Where(t => t.Node is not null).ToList();
            foreach (var (l, node) in texts)
                where[$"{id}.{l}"] = node!.At;
            all[id] = new Text(texts.ToImmutableDictionary(t => t.l, t => t.Node!.Value, StringComparer.Ordinal));
            foreach (var entry in (wording?.Entries ?? []).Where(e => !languages.Contains(e.Key.Value)))
                findings.Add("phrase-unused", entry.Key.At, $"'{id}' is said in '{entry.Key.Value}', which is no language of the flow.", "Remove it, or add the language to the flow.", Severity.Warning);
        }
        list?.Done();
        return new Phrases(all.ToImmutable(), where.ToImmutable());
    }
}
