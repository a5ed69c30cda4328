using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;
using Community211.Ivr.Languages;
using Community211.Ivr.Places;

namespace Community211.Ivr.Flows.Files;

/// <summary>Names in a flow that another file must know. A file that could not be read (null) knows every name.</summary>
internal sealed class ReferenceCheck(
    NeedsModel? needs, ImmutableDictionary<string, Language>? languages, CalendarsModel? calendars, PlacesModel? places, Findings findings)
{
    public void Look(Reference reference)
    {
        var (kind, name, at) = reference;
        switch (kind)
        {
            case ReferenceKind.Need when needs is not null && !needs.Needs.ContainsKey(name):
                findings.Add("unknown-need", at, $"The need '{name}' is not in needs.yaml.", Remedy(name, needs.Needs.Keys, "Add it there."));
                break;
            case ReferenceKind.Voice when languages is not null && languages.GetValueOrDefault(name)?.Voice is null:
                findings.Add("language-without-voice", at, $"'{name}' has no voice in languages.yaml.", Remedy(name, languages.Keys, "Add the language with its 'tag' and 'voice'."));
                break;
            case ReferenceKind.Calendar when calendars is not null && !calendars.Calendars.ContainsKey(name):
                findings.Add("unknown-calendar", at, $"The calendar '{name}' is not in calendars.yaml.", Remedy(name, calendars.Calendars.Keys, "Add it there."));
                break;
            case ReferenceKind.Line or ReferenceKind.Member when places is not null:
                LookForLine(kind, name, at, places);
                break;
        }
    }

    private void LookForLine(ReferenceKind kind, string name, Place at, PlacesModel places)
    {
        if (name == QueueStep.Region || places.Find(name) is not null || places.Contacts.ContainsKey(name))
            return;
        if (ContactKinds.InFlows(name) is { } sort)
        {
            if (places.ContactFor(sort, null) is null)
                findings.Add("kind-without-province", at, $"No contact of the kind '{name}' serves the whole province: a caller from elsewhere, or from nobody knows where, would find none.", $"Add a contact with 'kind: {name}' and no 'areas' to contacts.yaml, or name one contact.");
            return;
        }
        string[] known = [QueueStep.Region, places.Pool.Id, .. places.Regions.Keys, .. places.Contacts.Keys, .. ContactKinds.Names.Where(k => ContactKinds.InFlows(k) is not null)];
        if (kind == ReferenceKind.Line)
            findings.Add("unknown-line", at, $"'{name}' is no contact and no region.", Remedy(name, known, "Write a contact of contacts.yaml or a kind of contact, region, or a region of places.yaml."));
        else
            findings.Add("unknown-queue", at, $"'{name}' is no region, no contact and not the province.", Remedy(name, known, $"Write region, {places.Pool.Id}, a region of places.yaml, a contact of contacts.yaml or a kind of contact."));
    }

    private static string Remedy(string name, IEnumerable<string> known, string otherwise) =>
        Nearest.To(name, known) is { } near && near != name ? $"Did you mean '{near}'?" : otherwise;
}
