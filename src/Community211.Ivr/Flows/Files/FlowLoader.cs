using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;
using Community211.Ivr.Languages;
using Community211.Ivr.Places;
using Community211.Ivr.Queues;
using NodaTime;

namespace Community211.Ivr.Flows.Files;

/// <summary>Makes a <see cref="FlowSet"/> of the files of a folder.</summary>
public static class FlowLoader
{
    private static readonly ImmutableArray<string> Around =
    [
        PlacesReader.File, ContactsReader.File, LanguagesReader.File, NeedsReader.File, PhrasesReader.File, CalendarsReader.File,
        InterpretersReader.File, CsvTables.FsaFile, CsvTables.TownFile,
    ];

    /// <summary>The set, or null when anything is an error. Whether the flow keeps the rules is another question: <c>FlowCheck</c>.</summary>
    public static FlowSet? Load(ImmutableDictionary<string, string> files, Findings findings) =>
        Draft(files, findings) is { } set && !findings.HasErrors ? set : null;

    /// <summary>
    /// What can be made of the files, errors or not; null where a file is missing or cannot be read at all. Findings are complete either
    /// way: a hole keeps nothing else from being read, and knows every name, so that one hole is one finding.
    /// </summary>
    public static FlowSet? Draft(ImmutableDictionary<string, string> files, Findings findings)
    {
        foreach (var missing in Around.Where(f => !files.ContainsKey(f)))
            findings.Add("file-missing", new Place(missing), "The file is missing.", "Take it back from the last revision.");
        T? Read<T>(string file, Func<string, T?> read)
            where T : class => files.TryGetValue(file, out var text) ? read(text) : null;
        var languages = Read(LanguagesReader.File, t => LanguagesReader.Read(t, findings));
        var contacts = Read(ContactsReader.File, t => ContactsReader.Read(t, findings));
        var file = Read(PlacesReader.File, t => PlacesReader.Read(t, l => languages?.ContainsKey(l) != false, findings));
        var calendars = Read(CalendarsReader.File, t => CalendarsReader.Read(t, file?.Zone ?? DateTimeZone.Utc, findings));
        bool IsRegion(string id) => file is null || file.Regions.ContainsKey(id);
        var fsas = Read(CsvTables.FsaFile, t => CsvTables.ReadFsas(t, IsRegion, findings));
        var towns = Read(CsvTables.TownFile, t => CsvTables.ReadTowns(t, IsRegion, findings));
        var references = new List<Reference>();
        var name = FlowFile(files, findings);
        var flow = name is null ? null : FlowReader.Read(name, files, references, findings);
        var needs = Read(NeedsReader.File, t => NeedsReader.Read(t, flow?.Languages ?? [], findings));
        var phrases = flow is null ? null : Read(PhrasesReader.File, t => PhrasesReader.Read(t, flow.Languages, findings));
        var interpreters = Read(InterpretersReader.File, t => InterpretersReader.Read(t, l => languages?.ContainsKey(l) != false, c => calendars?.Calendars.ContainsKey(c) != false, findings));
        var audio = AudioReader.Read(files, l => languages?.ContainsKey(l) != false, findings);
        var queues = QueuesReader.Read(files.GetValueOrDefault(QueuesReader.File), file?.Pool.Id ?? "", IsRegion, findings);
        var wrapUp = WrapUpReader.Read(files.GetValueOrDefault(WrapUpReader.File), flow?.Languages ?? [], findings);
        if (contacts is not null && file is not null)
            ContactsCheck.Run(contacts, file, findings);
        if (file is not null && fsas is not null && towns is not null)
            ZonesReader.Check(file, fsas.Values, towns.Values, findings);
        var places = file is null || contacts is null || fsas is null || towns is null
            ? null
            : new PlacesModel(
                file.Pool, file.Zone, file.PlanArea, file.Regions, contacts.Contacts, contacts.Codes, fsas, towns,
                file.Divisions.ToImmutableDictionary(d => d.Key, d => d.Value.Zone));
        if (flow is not null && places is not null)
            flow = ResolveMembers(flow, places);
        references.AddRange((places?.HoursUsed ?? []).Select(h => new Reference(ReferenceKind.Calendar, h.Value, h.At)));
        var check = new ReferenceCheck(needs, languages, calendars, places, findings);
        references.ForEach(check.Look);
        return flow is null || places is null || needs is null || phrases is null || calendars is null || languages is null || interpreters is null
            ? null
            : new FlowSet(FlowFolder.Revision(files), flow, places, needs, phrases, calendars, languages, interpreters) { Audio = audio, Queues = queues, WrapUp = wrapUp };
    }

    /// <summary>
    /// A draft that calls can go through: null also where a finding says that something is missing in it. For revisions that were checked
    /// when they went live, perhaps by another version of the program: rules that came later are no holes.
    /// </summary>
    public static FlowSet? Usable(ImmutableDictionary<string, string> files, Findings findings) =>
        Draft(files, findings) is { } set && !findings.Sorted().Any(Holes.Is) ? set : null;

    /// <summary>The name of the one flow file; null, with a finding, when there is not exactly one.</summary>
    private static string? FlowFile(ImmutableDictionary<string, string> files, Findings findings)
    {
        var flows = files.Keys.Where(f => f.EndsWith(".yaml", StringComparison.Ordinal) && f.Count(c => c == '.') == 1 && !Around.Contains(f) && f is not (AudioReader.File or QueuesReader.File or WrapUpReader.File)).Order(StringComparer.Ordinal).ToList();
        if (flows.Count == 1)
            return flows[0];
        findings.Add("flow-count", new Place(flows.ElementAtOrDefault(1) ?? "NAME.yaml"), $"There are {flows.Count} flow files; one is needed.", $"Besides {string.Join(", ", Around.Where(a => a.EndsWith(".yaml", StringComparison.Ordinal)))} keep one flow, NAME.yaml, with its translations NAME.fr.yaml.");
        return null;
    }

    private static FlowModel ResolveMembers(FlowModel flow, PlacesModel places)
    {
        var steps = flow.Steps;
        foreach (var queue in flow.Steps.Values.OfType<QueueStep>().Where(q => !q.Members.IsEmpty))
        {
            ImmutableArray<QueueMember> members = [.. queue.Members.Select(m => m with { Contact = places.Contacts.ContainsKey(m.Who) || ContactKinds.InFlows(m.Who) is not null })];
            steps = steps.SetItem(queue.Id, queue with { Members = members });
        }
        return flow with { Steps = steps };
    }
}
