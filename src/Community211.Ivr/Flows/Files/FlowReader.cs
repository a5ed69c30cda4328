using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Files;

/// <summary>Reads a flow file with its translations.</summary>
public static class FlowReader
{
    /// <summary>The flow; null, with findings, when it cannot be read. Names that belong to other files are checked by the loader.</summary>
    public static FlowModel? Read(string file, IReadOnlyDictionary<string, string> files, List<Reference> references, Findings findings)
    {
        if (YamlSource.Read(file, files[file], findings) is not { } map)
            return null;
        var root = new MapReader(map, findings);
        var id = root.Text("flow");
        root.Number("format", 1, 1, 1);
        if (id.Length > 0 && file != $"{id}.yaml")
            findings.Add("flow-name", root.PlaceOf("flow"), $"The flow is called '{id}', its file '{file}'.", $"Rename the file to {id}.yaml.");
        var spoken = root.Texts("languages");
        ImmutableArray<string> languages = [.. spoken.Select(l => l.Value).Distinct()];
        references.AddRange(spoken.Select(l => new Reference(ReferenceKind.Voice, l.Value, l.At)));
        if (languages.IsEmpty)
        {
            findings.Add("missing-field", root.At, "'languages' is missing.", "Write 'languages: [en, fr]', the flow's own language first.");
            return null;
        }
        var translations = new Translations(languages, findings);
        foreach (var (name, text) in files.Where(f => f.Key.StartsWith($"{id}.", StringComparison.Ordinal) && f.Key.EndsWith(".yaml", StringComparison.Ordinal) && f.Key != file && !f.Key.EndsWith(".calls.yaml", StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal))
            translations.Read(name, text, id);
        var targets = new List<(string Target, Place At)>();
        var start = root.Text("start");
        targets.Add((start, root.PlaceOf("start")));
        var always = root.Map("always");
        var keys = StepReader.KeysOf(always);
        targets.AddRange(keys.Values.Select(k => (k.Value, k.At)));
        var toQueue = root.Duration("to-queue", TimeSpan.FromSeconds(15));
        var patience = ReadPatience(root.Map("patience"));
        var steps = ReadSteps(root.Map("steps", required: true), languages, translations, references, targets);
        root.Done();
        translations.Done();
        foreach (var (target, at) in targets.Where(t => t.Target.Length > 0 && t.Target != Step.KeepWaiting && !steps.ContainsKey(t.Target)))
        {
            var near = Nearest.To(target, steps.Keys);
            findings.Add("unknown-step", at, $"There is no step '{target}'.", near is null ? "Write the name of a step of this flow." : $"Did you mean '{near}'?");
        }
        return new FlowModel
        {
            Id = id,
            Languages = languages,
            Start = start,
            ToQueue = toQueue,
            Patience = patience,
            Always = keys.ToImmutableDictionary(k => k.Key, k => k.Value.Value),
            Steps = steps,
            Places = PlacesOf(map),
            Crisis = steps.Values.OfType<QueueStep>().Where(q => q.Priority == Priority.Crisis).OrderBy(q => q.Id, StringComparer.Ordinal).FirstOrDefault()?.Id,
        };
    }

    private static bool IsName(string id) => id is not ("" or Step.NoAnswer) && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>Places of everything in the file, by path; of steps without the word 'steps'.</summary>
    private static ImmutableDictionary<string, Place> PlacesOf(MapNode file)
    {
        var all = ImmutableDictionary.CreateBuilder<string, Place>(StringComparer.Ordinal);
        Note(file, "");
        if (file.Entries.FirstOrDefault(e => e.Key.Value == "steps")?.Value is MapNode steps)
            Note(steps, "");
        return all.ToImmutable();

        void Note(MapNode map, string above)
        {
            foreach (var entry in map.Entries)
            {
                var path = above + entry.Key.Value;
                all[path] = entry.Key.At;
                if (entry.Value is MapNode inside && path != "steps")
                    Note(inside, $"{path}.");
            }
        }
    }

    private static string? NearestWord(MapReader fields) =>
        fields.Entries.Select(e => Nearest.To(e.Key.Value, Words.All.Select(w => w.Name))).FirstOrDefault(n => n is not null);

    private static Patience ReadPatience(MapReader? map)
    {
        var patience = new Patience(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8), 2);
        if (map is null)
            return patience;
        patience = new Patience(map.Duration("wait", patience.Wait), map.Duration("in-line", patience.InLine), map.Number("tries", patience.Tries, 1, 5));
        if (patience.Wait < TimeSpan.FromSeconds(1) || patience.InLine < TimeSpan.FromSeconds(1))
            map.Findings.Add("patience-too-short", map.At, "Nobody can answer in less than a second.", "Write at least 1s.");
        map.Done();
        return patience;
    }

    private static ImmutableDictionary<string, Step> ReadSteps(
        MapReader? list, ImmutableArray<string> languages, Translations translations, List<Reference> references, List<(string Target, Place At)> targets)
    {
        var steps = ImmutableDictionary.CreateBuilder<string, Step>(StringComparer.Ordinal);
        foreach (var entry in list?.Entries ?? [])
        {
            var id = entry.Key.Value;
            if (id == Step.KeepWaiting)
                list!.Findings.Add("step-built-in", entry.Key.At, $"'{id}' is built in.", "Give the step another name.");
            if (list!.Map(id) is not { } fields)
                continue;
            var word = Words.All.FirstOrDefault(w => fields.Has(w.Name));
            if (word is null)
            {
                fields.Findings.Add("unknown-word", entry.Key.At, $"Step '{id}' has none of the words that make a step.", NearestWord(fields) is { } near ? $"Did you mean '{near}'?" : $"Use one of {string.Join(", ", Words.All.Select(w => w.Name))}.");
                continue;
            }
            if (fields.Entries.FirstOrDefault(e => e.Key.Value != word.Name && e.Key.Value != "say" && Words.All.Any(w => w.Name == e.Key.Value)) is { } second)
                fields.Findings.Add("two-words", second.Key.At, $"Step '{id}' has '{word.Name}' and '{second.Key.Value}'; a step does one thing.", "Make two steps of it, the first leading to the second.");
            if (!IsName(id))
                fields.Findings.Add("step-name", entry.Key.At, $"'{id}' cannot name a step.", $"Use letters, digits and hyphens; '{Step.NoAnswer}' has a meaning of its own.");
            var reader = new StepReader(id, fields, languages, translations, references);
            steps[id] = word.Read(reader);
            targets.AddRange(reader.Targets);
            fields.Done();
        }
        return steps.ToImmutable();
    }
}
