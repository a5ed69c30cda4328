// Makes ivr-flows/fsa.csv, ivr-flows/towns.csv and the trunk's exchanges.csv from the lists beside this file. Offline.
//   dotnet run ivr-flows/sources/build-places.cs                 write the three files
//   dotnet run ivr-flows/sources/build-places.cs -- --check      exit 1 when a file is not what would be written
//   dotnet run ivr-flows/sources/build-places.cs -- --neighbours print the postal areas whose neighbours disagree
#:package CsvHelper
#:package libphonenumber-csharp
#:property PublishAot=false

using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using PhoneNumbers;

const string Source = "ivr-flows/sources";
const string PostalAreas = $"{Source}/ontario-fsa-geonames.tsv";
const string Municipalities = $"{Source}/ontario-census-subdivisions.csv";
const string DivisionsFile = $"{Source}/divisions.csv";
const string NamesFile = $"{Source}/names.csv";
const string DecisionsFile = $"{Source}/fsa-divisions.csv";
string[] areaCodes =
[
    "226", "249", "289", "343", "365", "382", "416", "437", "519", "548", "613", "647", "683", "705", "742", "753", "807", "905", "942",
];
string[] regions = ["toronto", "dufferin-peel", "central-south", "south-west", "central-east", "east", "north"];

if (args.Any(arg => arg is not ("--check" or "--neighbours")))
{
    Console.Error.WriteLine("Options: --check, --neighbours.");
    return 2;
}

try
{
    var root = Root();
    var divisions = ReadDivisions(root);
    var names = ReadNames(root, divisions);
    var areas = ReadAreas(root, names, divisions);
    if (args.Contains("--neighbours"))
        return PrintNeighbours(areas, divisions);

    var (towns, skipped) = ReadTowns(names, divisions);
    names.RefuseUnused(NamesFile);
    var files = new Dictionary<string, string>
    {
        ["ivr-flows/fsa.csv"] = Csv(
            "fsa,region,division,place,also",
            areas.Select(a => new[] { a.Fsa, divisions[a.Division].Region, a.Division, a.Place, a.Also })),
        ["ivr-flows/towns.csv"] = Csv(
            "town,region,division",
            towns.Select(t => new[] { t.Name, divisions[t.Division].Region, t.Division })),
        ["src/Community211.Ivr.Trunk/Data/exchanges.csv"] = Csv(
            "town,region",
            towns.Select(t => new[] { t.Name, divisions[t.Division].Region })),
    };
    if (args.Contains("--check"))
        return Check(root, files);

    foreach (var (path, text) in files)
    {
        var full = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text, new UTF8Encoding(false));
    }

    Console.WriteLine($"{areas.Count} postal areas, {towns.Count} towns, {skipped.Count} towns skipped.");
    foreach (var name in skipped)
        Console.WriteLine($"  skipped: {name} (its towns lie in different regions)");
    foreach (var region in regions)
    {
        var own = areas.Count(a => divisions[a.Division].Region == region);
        var second = areas.Count(a => a.Also == region);
        var exchanges = towns.Count(t => divisions[t.Division].Region == region);
        Console.WriteLine($"  {region}: {own} postal areas, second region of {second}, {exchanges} towns");
    }

    return 0;
}
catch (InvalidDataException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}

static string Root()
{
    for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        if (File.Exists(Path.Combine(folder.FullName, DivisionsFile)))
            return folder.FullName;
    throw new InvalidDataException($"Run this inside the project: no folder above here holds {DivisionsFile}.");
}

static List<Dictionary<string, string>> Read(string root, string file, string[] columns, string delimiter = ",")
{
    using var reader = new StreamReader(Path.Combine(root, file), Encoding.UTF8);
    var options = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter, DetectColumnCountChanges = true };
    if (delimiter == "\t")
        options.Mode = CsvMode.NoEscape;
    using var csv = new CsvReader(reader, options);
    var rows = new List<Dictionary<string, string>>();
    try
    {
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
            rows.Add(columns.ToDictionary(column => column, column => csv.GetField(column)?.Trim() ?? ""));
    }
    catch (CsvHelperException problem)
    {
        throw new InvalidDataException($"{file}, line {csv.Parser.RawRow}: {problem.Message.Split('\n')[0].Trim()}");
    }

    return rows;
}

Dictionary<string, Division> ReadDivisions(string root)
{
    var divisions = new Dictionary<string, Division>();
    foreach (var row in Read(root, DivisionsFile, ["division_code", "name", "region"]))
    {
        if (!regions.Contains(row["region"]))
            throw new InvalidDataException($"{DivisionsFile}: {row["division_code"]} has the unknown region '{row["region"]}'.");
        if (!divisions.TryAdd(row["division_code"], new Division(row["name"], row["region"])))
            throw new InvalidDataException($"{DivisionsFile}: {row["division_code"]} stands twice.");
    }

    return divisions;
}

// Hand-written names first; a municipality's own name second, unless two divisions have one of that name.
static Names ReadNames(string root, Dictionary<string, Division> divisions)
{
    var written = new Dictionary<string, (string Division, string Say)>();
    foreach (var row in Read(root, NamesFile, ["name", "division", "say", "note"]))
    {
        if (!divisions.ContainsKey(row["division"]))
            throw new InvalidDataException($"{NamesFile}: '{row["name"]}' has the unknown division '{row["division"]}'.");
        if (!written.TryAdd(row["name"], (row["division"], row["say"].Length > 0 ? row["say"] : row["name"])))
            throw new InvalidDataException($"{NamesFile}: '{row["name"]}' stands twice.");
    }

    var listed = new Dictionary<string, string?>();
    var seen = new HashSet<string>();
    foreach (var row in Read(root, Municipalities, ["division_code", "name_en"]))
    {
        seen.Add(row["division_code"]);
        var name = row["name_en"].Split(" / ")[0];
        listed[name] = listed.TryGetValue(name, out var other) && other != row["division_code"] ? null : row["division_code"];
    }

    if (!seen.SetEquals(divisions.Keys))
        throw new InvalidDataException(
            $"{DivisionsFile} and {Municipalities} do not name the same divisions: "
            + string.Join(' ', seen.Except(divisions.Keys).Concat(divisions.Keys.Except(seen)).Order(StringComparer.Ordinal)) + '.');
    return new Names(written, listed);
}

List<Area> ReadAreas(string root, Names names, Dictionary<string, Division> divisions)
{
    var decisions = Read(root, DecisionsFile, ["fsa", "division", "place", "also", "reason"]).ToDictionary(row => row["fsa"]);
    var areas = new SortedDictionary<string, Area>(StringComparer.Ordinal);
    foreach (var row in Read(root, PostalAreas, ["fsa", "place", "town", "latitude", "longitude"], "\t"))
    {
        var fsa = row["fsa"];
        if (areas.ContainsKey(fsa))
            continue; // L9X stands four times, once for each of its villages.
        string division, place, also = "";
        if (decisions.Remove(fsa, out var decided))
        {
            (division, place, also) = (decided["division"], decided["place"], decided["also"]);
            if (!divisions.TryGetValue(division, out var found))
                throw new InvalidDataException($"{DecisionsFile}: {fsa} has the unknown division '{division}'.");
            if (also.Length > 0 && (!regions.Contains(also) || also == found.Region))
                throw new InvalidDataException($"{DecisionsFile}: {fsa} cannot also be in '{also}'.");
            if (decided["reason"].Length == 0)
                throw new InvalidDataException($"{DecisionsFile}: {fsa} is decided without a reason.");
            if (names.Division(place) is { } home && home != division)
                throw new InvalidDataException($"{DecisionsFile}: {fsa} is in {division}, its place {place} in {home}.");
        }
        else if (fsa[1] == '0')
        {
            throw new InvalidDataException($"{fsa} is a rural code: decide it by hand in {DecisionsFile}.");
        }
        else
        {
            var name = Candidates(row["place"]).Append(row["town"]).FirstOrDefault(n => names.Division(n) is not null)
                ?? throw new InvalidDataException($"{fsa} '{row["place"]}' is no known place: add it to {NamesFile} or {DecisionsFile}.");
            division = names.Division(name)!;
            place = names.Say(name);
        }

        areas.Add(fsa, new Area(fsa, division, place, also, Number(row["latitude"]), Number(row["longitude"])));
    }

    if (decisions.Count > 0)
        throw new InvalidDataException($"{DecisionsFile} decides codes that {PostalAreas} does not have: {string.Join(' ', decisions.Keys)}.");
    return [.. areas.Values];
}

// "Markham Outer Southwest", then "Markham Outer", then "Markham"; what stands in brackets are quarters of the town.
static IEnumerable<string> Candidates(string place)
{
    var words = place.Split('(')[0].Trim();
    yield return words;
    while (words.LastIndexOf(' ') is var end and > 0
        && words[(end + 1)..].ToUpperInvariant() is "NORTH" or "SOUTH" or "EAST" or "WEST" or "CENTRAL" or "NORTHEAST" or "NORTHWEST"
            or "SOUTHEAST" or "SOUTHWEST" or "OUTER" or "INNER" or "OUTSKIRTS")
    {
        words = words[..words.LastIndexOf(' ')];
        yield return words;
    }
}

// Every exchange of every area code, ten lines in each: the geocoder tells no more than the exchange apart.
(List<Town> Towns, List<string> Skipped) ReadTowns(Names names, Dictionary<string, Division> divisions)
{
    var geocoder = PhoneNumberOfflineGeocoder.GetInstance();
    var english = new Locale("en", "CA");
    var found = new SortedSet<string>(StringComparer.Ordinal);
    foreach (var areaCode in areaCodes)
        for (var exchange = 200; exchange < 1000; exchange++)
            for (var line = 123; line < 10_000; line += 1000)
            {
                var number = new PhoneNumber.Builder()
                    .SetCountryCode(1)
                    .SetNationalNumber(ulong.Parse($"{areaCode}{exchange}{line:0000}", CultureInfo.InvariantCulture))
                    .Build();
                found.Add(geocoder.GetDescriptionForNumber(number, english));
            }

    var towns = new List<Town>();
    var skipped = new List<string>();
    foreach (var description in found)
    {
        if (description is "" or "Ontario" or "Canada")
            continue; // The geocoder does not know the town.
        if (!description.EndsWith(", ON", StringComparison.Ordinal))
            throw new InvalidDataException($"The geocoder says '{description}', which is no town of Ontario.");
        var name = description[..^4];
        var homes = name.Split('/', StringSplitOptions.TrimEntries)
            .Select(part => names.Division(part)
                ?? throw new InvalidDataException($"The geocoder's town '{part}' is no known place: add it to {NamesFile}."))
            .ToList();
        if (homes.Select(home => divisions[home].Region).Distinct().Count() > 1)
            skipped.Add(name);
        else
            towns.Add(new Town(name, homes[0]));
    }

    return (towns, skipped);
}

// A second opinion: an area none of whose five nearest areas lies in its division is worth a look on the map.
static int PrintNeighbours(List<Area> areas, Dictionary<string, Division> divisions)
{
    foreach (var area in areas)
    {
        var near = areas.Where(other => other != area).OrderBy(area.Kilometres).Take(5).ToList();
        var regions = near.Count(other => divisions[other.Division].Region == divisions[area.Division].Region);
        var same = near.Count(other => other.Division == area.Division);
        if (same > 0 && regions > 2)
            continue;
        Console.WriteLine(
            $"{area.Fsa} {area.Place} ({divisions[area.Division].Name}, {divisions[area.Division].Region}): division {same}/5, region {regions}/5; "
            + string.Join(", ", near.Select(o => $"{o.Fsa} {o.Place} {area.Kilometres(o):0} km {divisions[o.Division].Name}")));
    }

    return 0;
}

static int Check(string root, Dictionary<string, string> files)
{
    var stale = files.Where(file => !File.Exists(Path.Combine(root, file.Key)) || File.ReadAllText(Path.Combine(root, file.Key)) != file.Value)
        .Select(file => file.Key)
        .ToList();
    if (stale.Count == 0)
    {
        Console.WriteLine("Current: " + string.Join(", ", files.Keys) + '.');
        return 0;
    }

    Console.Error.WriteLine($"Not current: {string.Join(", ", stale)}. Run: dotnet run {Source}/build-places.cs");
    return 1;
}

static string Csv(string header, IEnumerable<string[]> rows)
{
    using var text = new StringWriter(CultureInfo.InvariantCulture);
    using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }))
        foreach (var row in rows.Prepend(header.Split(',')))
        {
            foreach (var field in row)
                csv.WriteField(field);
            csv.NextRecord();
        }

    return text.ToString();
}

static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

internal sealed record Division(string Name, string Region);

internal sealed record Town(string Name, string Division);

internal sealed record Area(string Fsa, string Division, string Place, string Also, double Latitude, double Longitude)
{
    public double Kilometres(Area other)
    {
        var north = (other.Latitude - Latitude) * 111.2;
        var east = (other.Longitude - Longitude) * 111.2 * Math.Cos((other.Latitude + Latitude) / 2 * Math.PI / 180);
        return Math.Sqrt((north * north) + (east * east));
    }
}

internal sealed class Names(Dictionary<string, (string Division, string Say)> written, Dictionary<string, string?> listed)
{
    private readonly HashSet<string> _used = [];

    public string? Division(string name)
    {
        if (!written.TryGetValue(name, out var entry))
            return listed.GetValueOrDefault(name);
        _used.Add(name);
        return entry.Division;
    }

    public string Say(string name) => written.TryGetValue(name, out var entry) ? entry.Say : name;

    public void RefuseUnused(string file)
    {
        if (written.Keys.Where(name => !_used.Contains(name)).ToList() is { Count: > 0 } unused)
            throw new InvalidDataException($"{file} has names that nothing asks for: {string.Join(", ", unused)}.");
    }
}
