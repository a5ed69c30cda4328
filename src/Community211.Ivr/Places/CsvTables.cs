using System.Collections.Immutable;
using System.Globalization;
using Community211.Ivr.Files;
using CsvHelper;
using CsvHelper.Configuration;

namespace Community211.Ivr.Places;

/// <summary>Reads <c>fsa.csv</c> and <c>towns.csv</c>.</summary>
public static class CsvTables
{
    public const string FsaFile = "fsa.csv";
    public const string TownFile = "towns.csv";

    public static ImmutableDictionary<string, Fsa> ReadFsas(string text, Func<string, bool> isRegion, Findings findings)
    {
        var all = ImmutableDictionary.CreateBuilder<string, Fsa>(StringComparer.Ordinal);
        foreach (var (row, at) in Rows(FsaFile, text, ["fsa", "region", "division", "place", "also"], findings))
        {
            var (code, region, division, place, also) = (row[0], row[1], row[2], row[3], row[4]);
            if (code.Length != 3 || !char.IsAsciiLetterUpper(code[0]) || !char.IsAsciiDigit(code[1]) || !char.IsAsciiLetterUpper(code[2]))
                findings.Add("not-fsa", at, $"'{code}' is no forward sortation area.", "Write letter, digit, letter: M5V.");
            else if (!isRegion(region) || (also.Length > 0 && !isRegion(also)))
                findings.Add("unknown-region", at, $"'{(isRegion(region) ? also : region)}' is no region of places.yaml.", "Use a region id of places.yaml.");
            else if (string.IsNullOrWhiteSpace(place))
                findings.Add("place-missing", at, $"'{code}' has no place to say.", "Write a name that callers know.");
            else if (!all.TryAdd(code, new Fsa(code, region, division, place, also.Length > 0 ? also : null)))
                findings.Add("fsa-twice", at, $"'{code}' stands here twice.", "Keep one line.");
        }
        return all.ToImmutable();
    }

    public static ImmutableDictionary<string, Town> ReadTowns(string text, Func<string, bool> isRegion, Findings findings)
    {
        var all = ImmutableDictionary.CreateBuilder<string, Town>(StringComparer.Ordinal);
        foreach (var (row, at) in Rows(TownFile, text, ["town", "region", "division"], findings))
        {
            if (!isRegion(row[1]))
                findings.Add("unknown-region", at, $"'{row[1]}' is no region of places.yaml.", "Use a region id of places.yaml.");
            else if (!all.TryAdd(row[0], new Town(row[1], row[2])))
                findings.Add("town-twice", at, $"'{row[0]}' stands here twice.", "Keep one line.");
        }
        return all.ToImmutable();
    }

    private static List<(string[] Row, Place At)> Rows(string file, string text, string[] header, Findings findings)
    {
        var rows = new List<(string[], Place)>();
        if (text.Length > YamlSource.MostCharacters)
        {
            findings.Add("file-too-large", new Place(file), "The file is larger than 1 MB.", "Take it back from the last revision.");
            return rows;
        }
        SavedAsUtf8.Look(file, text, findings);
        using var csv = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null });
        if (!csv.Read() || csv.Record is null || !csv.Record.SequenceEqual(header))
        {
            findings.Add("csv-header", new Place(file, 1, 1), "The first line is not the expected one.", $"Write '{string.Join(',', header)}'.");
            return rows;
        }
        while (csv.Read())
        {
            var at = new Place(file, csv.RawRow, 1);
            if (csv.Record is { } record && !record.All(Readable.Is))
                findings.Add("control-character", at, "There is a control character in this line.", "Remove it.");
            else if (csv.Record is { } whole && whole.Length == header.Length)
                rows.Add((whole, at));
            else
                findings.Add("csv-fields", at, $"This line has not {header.Length} fields.", $"Write {string.Join(',', header)}.");
        }
        return rows;
    }
}
