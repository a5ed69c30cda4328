using System.Collections.Immutable;
using Community211.Ivr.Files;

namespace Community211.Ivr.Places;

/// <summary>Reads <c>contacts.yaml</c>: ten-digit lines outside our floor.</summary>
public static class ContactsReader
{
    public const string File = "contacts.yaml";

    public static ImmutableDictionary<string, Contact> Read(string text, Findings findings)
    {
        var all = ImmutableDictionary.CreateBuilder<string, Contact>(StringComparer.Ordinal);
        if (YamlSource.Read(File, text, findings) is not { } map)
            return all.ToImmutable();
        var root = new MapReader(map, findings);
        root.Number("format", 1, 1, 1);
        var list = root.Map("contacts", required: true);
        root.Done();
        foreach (var entry in list?.Entries ?? [])
        {
            if (list!.Map(entry.Key.Value) is { } fields)
                all[entry.Key.Value] = ReadContact(entry.Key.Value, fields);
        }
        return all.ToImmutable();
    }

    private static Contact ReadContact(string id, MapReader r)
    {
        var number = r.Text("number");
        if (!CallerNumber.IsTenDigit(number))
        {
            r.Findings.Add(
                "not-ten-digit", r.PlaceOf("number"), $"'{number}' is no ten-digit number.",
                "Write it as \"+14165550150\". N11 codes are routed by the address of our own number, so they are never dialled.");
        }
        var screened = r.OptionalText("screened") ?? "key";
        if (screened is not ("key" or "none"))
            r.Findings.Add("unknown-screening", r.PlaceOf("screened"), $"'{screened}' is not known.", "Write 'screened: key', or 'none' for a line that cannot press a key.");
        var names = r.Map("name", required: true);
        var byLanguage = (names?.Entries ?? []).ToImmutableDictionary(e => e.Key.Value, e => names!.Text(e.Key.Value), StringComparer.Ordinal);
        r.Done();
        return new Contact(id, byLanguage, number, screened == "none" ? Screening.None : Screening.Key);
    }
}
