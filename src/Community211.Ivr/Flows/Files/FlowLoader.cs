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
        [PlacesReader.File, ContactsReader.File, LanguagesReader.File, NeedsReader.File, PhrasesReader.File, CalendarsReader.File, CsvTables.FsaFile, CsvTables.TownFile];

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
        var references = new List<Reference>();
        var flow = FlowReader.Read(flows[0], files, references, findings);
        if (PlacesReader.Read(files[PlacesReader.File], languages.ContainsKey, findings) is not { } read || flow is null)
            return null;
        var phrases = PhrasesReader.Read(files[PhrasesReader.File], flow.Languages, findings);
        var calendars = CalendarsReader.Read(files[CalendarsReader.File], read.Zone, findings);
        var fsas = CsvTables.ReadFsas(files[CsvTables.FsaFile], read.Regions.ContainsKey, findings);
        var towns = CsvTables.ReadTowns(files[CsvTables.TownFile], read.Regions.ContainsKey, findings);
        var places = new PlacesModel(read.Pool, read.Zone, read.PlanArea, read.Regions, contacts, fsas, towns);
        flow = ResolveMembers(flow, flows[0], places, findings);
        CheckContacts(places, findings);
        foreach (var reference in references)
            Look(reference, needs, languages, places, calendars, findings);
        return findings.HasErrors ? null : new FlowSet(FlowFolder.Revision(files), flow, places, needs, phrases, languages, calendars);
    }

    private static FlowModel ResolveMembers(FlowModel flow, string file, PlacesModel places, Findings findings)
    {
        var steps = flow.Steps;
        foreach (var queue in flow.Steps.Values.OfType<QueueStep>().Where(q => !q.Members.IsEmpty))
        {
            ImmutableArray<QueueMember> members = [.. queue.Members.Select(m => m with { Contact = places.Contacts.ContainsKey(m.Who) })];
            if (members.All(m => m.Contact))
                findings.Add("queue-contacts-only", new Place(file, 1, 1), $"Only outside lines answer step '{queue.Id}'.", $"Add 'region: 0s' or '{places.Pool.Id}: 0s'.");
            steps = steps.SetItem(queue.Id, queue with { Members = members });
        }
        return flow with { Steps = steps };
    }

    private static void CheckContacts(PlacesModel places, Findings findings)
    {
        var ours = places.Regions.Values.Append(places.Pool).SelectMany(r => r.Dialled).ToHashSet(StringComparer.Ordinal);
        foreach (var contact in places.Contacts.Values.OrderBy(c => c.Id, StringComparer.Ordinal))
        {
            if (contact.Id == QueueStep.Region || places.Find(contact.Id) is not null)
                findings.Add("contact-is-region", new Place(ContactsReader.File, 1, 1), $"The contact '{contact.Id}' has the name of a region.", "Give it another name: a queue could not tell them apart.");
            if (ours.Contains(contact.Number))
                findings.Add("contact-is-ours", new Place(ContactsReader.File, 1, 1), $"The number of '{contact.Id}' is one of our own dialled numbers.", "Give the contact's own number: ours would bring the caller back to us in a circle.");
        }
    }

    private static void Look(
        Reference reference, NeedsModel needs, ImmutableDictionary<string, Language> languages, PlacesModel places, CalendarsModel calendars, Findings findings)
    {
        var (kind, name, at) = reference;
        switch (kind)
        {
            case ReferenceKind.Need when !needs.Needs.ContainsKey(name):
                findings.Add("unknown-need", at, $"The need '{name}' is not in needs.yaml.", Remedy(name, needs.Needs.Keys, "Add it there."));
                break;
            case ReferenceKind.Calendar when !calendars.Calendars.ContainsKey(name):
                findings.Add("unknown-calendar", at, $"The calendar '{name}' is not in calendars.yaml.", Remedy(name, calendars.Calendars.Keys, "Add it there."));
                break;
            case ReferenceKind.Voice when languages.GetValueOrDefault(name)?.Voice is null:
                findings.Add("language-without-voice", at, $"'{name}' has no voice in languages.yaml.", Remedy(name, languages.Keys, "Add the language with its 'tag' and 'voice'."));
                break;
            case ReferenceKind.Line when name != QueueStep.Region && places.Find(name) is null && !places.Contacts.ContainsKey(name):
                findings.Add(
                    "unknown-line", at, $"'{name}' is no contact and no region.",
                    Remedy(name, [.. places.Contacts.Keys, QueueStep.Region, places.Pool.Id, .. places.Regions.Keys], "Write a contact of contacts.yaml, region, or a region of places.yaml."));
                break;
            case ReferenceKind.Member when name != QueueStep.Region && places.Find(name) is null && !places.Contacts.ContainsKey(name):
                findings.Add(
                    "unknown-queue", at, $"'{name}' is no region, no contact and not the province.",
                    Remedy(name, [QueueStep.Region, places.Pool.Id, .. places.Regions.Keys, .. places.Contacts.Keys], $"Write region, {places.Pool.Id}, a region of places.yaml or a contact of contacts.yaml."));
                break;
        }
    }

    private static string Remedy(string name, IEnumerable<string> known, string otherwise) =>
        Nearest.To(name, known) is { } near && near != name ? $"Did you mean '{near}'?" : otherwise;
}
