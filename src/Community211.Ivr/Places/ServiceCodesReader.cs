using System.Collections.Immutable;
using Community211.Ivr.Files;

namespace Community211.Ivr.Places;

/// <summary>Reads <c>n11</c> of <c>contacts.yaml</c>: all eight codes, and nothing else.</summary>
internal static class ServiceCodesReader
{
    /// <param name="list">The mapping, or null when there is none.</param>
    /// <param name="contacts">Ids of the contacts of the same file.</param>
    public static ImmutableDictionary<string, ServiceCode> Read(MapReader? list, IReadOnlySet<string> contacts)
    {
        var all = ImmutableDictionary.CreateBuilder<string, ServiceCode>(StringComparer.Ordinal);
        if (list is null)
            return all.ToImmutable();
        foreach (var code in ServiceCode.All)
        {
            if (list.Map(code) is { } r)
                all[code] = ReadCode(code, r, contacts);
            else if (!list.Has(code))
                list.Findings.Add("n11-missing", list.At, $"{code} is missing.", $"Say what the service does about it, for instance '\"{code}\": {{ does: tell, name: {{ en: \"...\" }} }}'.");
        }
        foreach (var entry in list.Entries.Where(e => !ServiceCode.All.Contains(e.Key.Value)))
            list.Findings.Add("n11-unknown", entry.Key.At, $"'{entry.Key.Value}' is no N11 code.", $"The codes are {string.Join(", ", ServiceCode.All)}; lines of ten digits stand under 'contacts'.");
        return all.ToImmutable();
    }

    private static ServiceCode ReadCode(string code, MapReader r, IReadOnlySet<string> contacts)
    {
        var text = r.Text("does");
        var does = Does(text);
        var at = r.PlaceOf("does");
        if (text.Length > 0 && does is null)
            r.Findings.Add("n11-use", at, $"'{text}' is nothing that the service does about a code.", "Write here, tell, contact or nothing.");
        if (code == ServiceCode.Emergency && does is not (null or ServiceCodeUse.Tell))
            r.Findings.Add("n11-emergency", at, "In an emergency callers dial 9-1-1 themselves: from us it would reach the wrong dispatcher.", "Write 'does: tell'.");
        if (code == ServiceCode.Ours != (does == ServiceCodeUse.Here) && does is not null)
            r.Findings.Add("n11-here", at, $"'here' is for {ServiceCode.Ours}, and only for it.", code == ServiceCode.Ours ? "Write 'does: here'." : "Write tell, contact or nothing.");
        var contact = r.OptionalText("contact");
        if (does == ServiceCodeUse.Contact != contact is not null && does is not null)
            r.Findings.Add("n11-contact", r.PlaceOf("contact"), "'contact' and 'does: contact' go together.", contact is null ? "Name a line of this file: 'contact: ID'." : "Write 'does: contact', or leave 'contact' out.");
        else if (contact is not null && !contacts.Contains(contact))
            r.Findings.Add("unknown-contact", r.PlaceOf("contact"), $"There is no contact '{contact}' in this file.", Nearest.To(contact, contacts) is { } near ? $"Did you mean '{near}'?" : "Add it under 'contacts', with its ten-digit number.");
        var why = does == ServiceCodeUse.Nothing ? r.Text("why") : r.OptionalText("why");
        var read = new ServiceCode(code, Texts(r, "name", required: true), does ?? ServiceCodeUse.Nothing, contact, why, Texts(r, "notes", required: false));
        r.Done();
        return read;
    }

    private static ServiceCodeUse? Does(string text) => text switch
    {
        "here" => ServiceCodeUse.Here,
        "tell" => ServiceCodeUse.Tell,
        "contact" => ServiceCodeUse.Contact,
        "nothing" => ServiceCodeUse.Nothing,
        _ => null,
    };

    private static ImmutableDictionary<string, string> Texts(MapReader r, string field, bool required)
    {
        var map = r.Map(field, required);
        return (map?.Entries ?? []).ToImmutableDictionary(e => e.Key.Value, e => map!.Text(e.Key.Value), StringComparer.Ordinal);
    }
}
