using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;
using Community211.Ivr.Languages;
using Community211.Ivr.Places;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Files;

/// <summary>Makes a <see cref="FlowSet"/> of the files of a folder.</summary>
public static class FlowLoader
{
    private static readonly ImmutableArray<string> Around =
        [PlacesReader.File, ContactsReader.File, LanguagesReader.File, NeedsReader.File, PhrasesReader.File, CsvTables.FsaFile, CsvTables.TownFile];

    /// <summary>The set, or null when anything is an error. Findings are complete either way.</summary>
    public static FlowSet? Load(ImmutableDictionary<string, string> files, Findings findings)
    {
        foreach (var missing in Around.Where(f => !files.ContainsKey(f)))
            findings.Add("file-missing", new Place(missing), "The file is missing.", "Take it back from the last revision.");
        var flows = files.Keys.Where(f => f.EndsWith(".yaml", StringComparison.Ordinal) && f.Count(c => c == '.') == 1 && !Around.Contains(f)).Order(StringComparer.Ordinal).ToList();
        if (flows.Count != 1)
        {
            findings.Add("flow-count", new Place(flows.ElementAtOrDefault(1) ?? "ontario.yaml"), $"There are {flows.Count} flow files; one is needed.", $"Besides {string.Join(", ", Around.Where(a => a.EndsWith(".yaml", StringComparison.Ordinal)))} keep one flow, NAME.yaml, with its translations NAME.fr.yaml.");
            return null;
        }
        if (findings.HasErrors)
            return null;
        var languages = LanguagesReader.Read(files[LanguagesReader.File], findings);
        var contacts = ContactsReader.Read(files[ContactsReader.File], findings);
        var needs = NeedsReader.Read(files[NeedsReader.File], findings);
        var flow = FlowReader.Read(flows[0], files, findings);
        if (PlacesReader.Read(files[PlacesReader.File], findings) is not { } read || flow is null)
            return null;
        var phrases = PhrasesReader.Read(files[PhrasesReader.File], flow.Languages, findings);
        var fsas = CsvTables.ReadFsas(files[CsvTables.FsaFile], read.Regions.ContainsKey, findings);
        var towns = CsvTables.ReadTowns(files[CsvTables.TownFile], read.Regions.ContainsKey, findings);
        var places = new PlacesModel(read.Pool, read.Zone, read.Regions, contacts, fsas, towns);
        flow = ResolveMembers(flow, flows[0], places, findings);
        CheckNames(flow, flows[0], needs, languages, places, findings);
        return findings.HasErrors ? null : new FlowSet(FlowFolder.Revision(files), flow, places, needs, phrases, languages);
    }

    private static FlowModel ResolveMembers(FlowModel flow, string file, PlacesModel places, Findings findings)
    {
        var steps = flow.Steps;
        foreach (var queue in flow.Steps.Values.OfType<QueueStep>())
        {
            var members = ImmutableArray.CreateBuilder<QueueMember>();
            foreach (var member in queue.Members)
            {
                var contact = places.Contacts.ContainsKey(member.Who);
                if (!contact && member.Who != QueueStep.Region && places.Find(member.Who) is null)
                    findings.Add("unknown-queue", new Place(file), $"Step '{queue.Id}' names '{member.Who}', which is no region, no contact and not the province.", $"Write region, {places.Pool.Id}, a region of places.yaml or a contact of contacts.yaml.");
                members.Add(member with { Contact = contact });
            }
            if (members.All(m => m.Contact))
                findings.Add("queue-contacts-only", new Place(file), $"Only outside lines answer step '{queue.Id}'.", $"Add 'region: 0s' or '{places.Pool.Id}: 0s'.");
            steps = steps.SetItem(queue.Id, queue with { Members = members.ToImmutable() });
        }
        return flow with { Steps = steps };
    }

    private static void CheckNames(
        FlowModel flow, string file, NeedsModel needs, ImmutableDictionary<string, Language> languages, PlacesModel places, Findings findings)
    {
        foreach (var language in flow.Languages.Where(l => languages.GetValueOrDefault(l)?.Voice is null))
            findings.Add("language-without-voice", new Place(file), $"'{language}' has no voice in languages.yaml.", "Add the language with its 'tag' and 'voice'.");
        foreach (var step in flow.Steps.Values.OfType<NeedStep>())
        {
            foreach (var need in step.Keys.Values.Append(step.OtherwiseNeed).Where(n => !needs.Needs.ContainsKey(n)))
                findings.Add("unknown-need", new Place(file), $"Step '{step.Id}' names the need '{need}', which is not in needs.yaml.", Nearest.To(need, needs.Needs.Keys) is { } near ? $"Did you mean '{near}'?" : "Add it there.");
        }
        foreach (var step in flow.Steps.Values.OfType<LanguageStep>())
        {
            foreach (var other in step.Other.Keys.Where(o => languages.GetValueOrDefault(o)?.Voice is null))
                findings.Add("language-without-voice", new Place(file), $"Step '{step.Id}' offers '{other}', which has no voice in languages.yaml.", "Add the language with its 'tag' and 'voice'.");
        }
        foreach (var region in places.Regions.Values.Append(places.Pool).Where(r => r.OtherLanguage is { } o && !languages.ContainsKey(o)))
            findings.Add("unknown-language", new Place(PlacesReader.File), $"'{region.OtherLanguage}' of '{region.Id}' is not in languages.yaml.", "Add it there.");
        foreach (var agent in places.Regions.Values.SelectMany(r => r.Agents).Where(a => a.Languages.IsEmpty || a.Languages.Any(l => !languages.ContainsKey(l))))
            findings.Add("unknown-language", new Place(PlacesReader.File), $"Agent '{agent.Id}' has no language, or one that is not in languages.yaml.", "Write 'languages: [en]'.");
        if (flow.Always.Values.Append(flow.Start).Any(t => t == Step.KeepWaiting))
            findings.Add("keep-waiting-outside", new Place(file), "'keep-waiting' is only for callers in line.", "Name a step.");
    }
}
