using System.Collections.Immutable;
using Community211.Ivr.Files;

namespace Community211.Ivr.Places;

/// <summary>Reads <c>contacts.yaml</c>: ten-digit lines outside our floor, and what the service does about the N11 codes.</summary>
public static class ContactsReader
{
    public const string File = "contacts.yaml";

    /// <summary>The file; null, with findings, when it cannot be read. What depends on regions is checked by <see cref="ContactsCheck"/>.</summary>
    public static ContactsFile? Read(string text, Findings findings)
    {
        if (YamlSource.Read(File, text, findings) is not { } map)
            return null;
        var root = new MapReader(map, findings);
        root.Number("format", 1, 1, 1);
        var list = root.Map("contacts", required: true);
        var codes = root.Map("n11", required: true);
        root.Done();
        var all = ImmutableDictionary.CreateBuilder<string, Contact>(StringComparer.Ordinal);
        var where = ImmutableDictionary.CreateBuilder<string, ContactPlaces>(StringComparer.Ordinal);
        foreach (var entry in list?.Entries ?? [])
        {
            if (list!.Map(entry.Key.Value) is not { } fields)
                continue;
            var areas = fields.Texts("areas");
            all[entry.Key.Value] = ReadContact(entry.Key.Value, fields, areas);
            where[entry.Key.Value] = new ContactPlaces(entry.Key.At, fields.PlaceOf("number"), areas);
        }
        var ids = (list?.Entries ?? []).Select(e => e.Key.Value).ToHashSet(StringComparer.Ordinal);
        return new ContactsFile(all.ToImmutable(), ServiceCodesReader.Read(codes, ids), where.ToImmutable());
    }

    private static Contact ReadContact(string id, MapReader r, ImmutableArray<TextNode> areas)
    {
        var number = r.Text("number");
        CheckNumber(number, r);
        var screened = r.OptionalText("screened") ?? "key";
        if (screened is not ("key" or "none"))
            r.Findings.Add("unknown-screening", r.PlaceOf("screened"), $"'{screened}' is not known.", "Write 'screened: key', or 'none' for a line that cannot press a key.");
        var word = r.OptionalText("kind");
        var kind = word is null ? ContactKind.Other : ContactKinds.Read(word);
        if (kind is null)
            r.Findings.Add("unknown-kind", r.PlaceOf("kind"), $"'{word}' is no kind of contact.", Nearest.To(word!, ContactKinds.Names) is { } near ? $"Did you mean '{near}'?" : $"Write one of {string.Join(", ", ContactKinds.Names)}.");
        if (areas.IsEmpty && r.Has("areas"))
            r.Findings.Add("areas-empty", r.PlaceOf("areas"), $"'{id}' serves no area.", "Name regions, or leave 'areas' out: then it serves the whole province.");
        var hours = r.Take("hours") as TextNode;
        var names = r.Map("name", required: true);
        var byLanguage = (names?.Entries ?? []).ToImmutableDictionary(e => e.Key.Value, e => names!.Text(e.Key.Value), StringComparer.Ordinal);
        r.Done();
        return new Contact(id, byLanguage, number, screened == "none" ? Screening.None : Screening.Key, kind ?? ContactKind.Other, [.. areas.Select(a => a.Value)]) { Hours = hours };
    }

    private static void CheckNumber(string number, MapReader r)
    {
        if (number.Length == 0 || CallerNumber.IsTenDigit(number))
            return;
        var digits = new string([.. number.Where(char.IsAsciiDigit)]);
        var code = digits.Length == 4 && digits[0] == '1' ? digits[1..] : digits;
        if (code == ServiceCode.Emergency)
            r.Findings.Add("n11-as-number", r.PlaceOf("number"), "The service never dials 9-1-1.", "Callers are told to dial it themselves, as 'n11' says. For specialists write the ten-digit number of a public-safety line; an N11 code never is one.");
        else if (code == "988" || ServiceCode.All.Contains(code))
            r.Findings.Add("n11-as-number", r.PlaceOf("number"), $"The service never dials {code}: a carrier would route it by the address of our own number.", "Write the ten-digit number behind it, as \"+14165550150\"; what is done about N11 codes stands under 'n11'.");
        else
            r.Findings.Add("not-ten-digit", r.PlaceOf("number"), $"'{number}' is no ten-digit number.", "Write it as \"+14165550150\". N11 codes are routed by the address of our own number, so they are never dialled.");
    }
}
