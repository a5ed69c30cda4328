using Community211.Ivr.Files;

namespace Community211.Ivr.Places;

/// <summary>Contacts beside regions: names that a queue could not tell apart, areas that are none, numbers that lead in a circle.</summary>
public static class ContactsCheck
{
    public static void Run(ContactsFile file, PlacesFile places, Findings findings)
    {
        var ours = places.Everyone.SelectMany(r => r.Dialled).ToHashSet(StringComparer.Ordinal);
        foreach (var contact in file.Contacts.Values.OrderBy(c => c.Id, StringComparer.Ordinal))
        {
            var where = file.Where[contact.Id];
            if (contact.Id == PlacesReader.OwnRegion || contact.Id == places.Pool.Id || places.Regions.ContainsKey(contact.Id))
                findings.Add("contact-is-region", where.Name, $"The contact '{contact.Id}' has the name of a region.", "Give it another name: a queue could not tell them apart.");
            if (ContactKinds.Read(contact.Id) is not null)
                findings.Add("contact-is-kind", where.Name, $"The contact '{contact.Id}' has the name of a kind.", "Give it another name: a queue could not tell them apart.");
            if (ours.Contains(contact.Number))
                findings.Add("contact-is-ours", where.Number, $"The number of '{contact.Id}' is one of our own dialled numbers.", "Give the contact's own number: ours would bring the caller back to us in a circle.");
            foreach (var area in where.Areas.Where(a => !places.Regions.ContainsKey(a.Value)))
                findings.Add("unknown-region", area.At, $"'{area.Value}' is no region of places.yaml.", Nearest.To(area.Value, places.Regions.Keys) is { } near ? $"Did you mean '{near}'?" : "Name a region; a contact for the whole province has no 'areas'.");
        }
        foreach (var twice in file.Contacts.Values.Where(c => c.Number.Length > 0).GroupBy(c => c.Number).Where(g => g.Count() > 1))
        {
            var last = twice.MaxBy(c => file.Where[c.Id].Number.Line)!;
            findings.Add("contact-number-twice", file.Where[last.Id].Number, $"{string.Join(" and ", twice.Select(c => $"'{c.Id}'").Order(StringComparer.Ordinal))} have one number.", "Correct one of them, or keep one contact with more 'areas'.", Severity.Warning);
        }
    }
}
