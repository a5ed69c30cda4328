using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Checks;
using Community211.Ivr.Host.Schemas;

namespace Community211.Ivr.Tests.Schemas;

/// <summary>What the readers know and what the schemas know is the same, mapping by mapping: a reader lists what it knows when it meets a field that it does not.</summary>
public sealed class SchemaFieldsTests
{
    private const string Unknown = "zzzzzzzzzzzz";
    private const string Known = "Known are: ";

    public static TheoryData<string> Schemas => [.. FlowSchemas.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Reader_OfEachMapping_KnowsTheFieldsOfItsSchema(string schema)
    {
        var known = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var files in ShippedFolders.All)
        {
            foreach (var file in ShippedFolders.Yaml(files).Where(f => ShippedFolders.SchemaOf(f) == schema))
            {
                var node = AsJson.Read(file, files[file]);
                foreach (var (pointer, map) in Places(node, schema).DistinctBy(p => (p.Pointer, string.Join(' ', p.Map.Entries.Select(e => e.Key.Value)))))
                {
                    var set = known.TryGetValue(pointer, out var all) ? all : known[pointer] = new HashSet<string>(StringComparer.Ordinal);
                    set.UnionWith(Listed(files.SetItem(file, AsJson.With(node, map, Unknown)), file));
                }
            }
        }
        var fields = SchemaPlaces.Fields(JsonNode.Parse(FlowSchemas.All[schema])!.AsObject()).Where(f => !IsOneOfTwo(f.Value)).ToList();
        Assert.Equal(fields.Select(f => f.Key).Order(), known.Keys.Order());
        Assert.All(fields, f => Assert.Equal(f.Value.Order(), known[f.Key].Order()));
    }

    private static IEnumerable<(string Pointer, MapNode Map)> Places(Node node, string schema) =>
        SchemaPlaces.Of(JsonNode.Parse(FlowSchemas.All[schema])!.AsObject(), node, "").Where(p => !IsOneOfTwo(SchemaPlaces.FieldsOf(p.Schema))).Select(p => (p.Pointer, p.Map));

    /// <summary>A line of a dialling script has exactly one field; a second is refused as such.</summary>
    private static bool IsOneOfTwo(ImmutableArray<string> fields) => fields.Order().SequenceEqual(["press", "wait"]);

    private static string[] Listed(ImmutableDictionary<string, string> files, string file)
    {
        var finding = Assert.Single(FlowCheck.Run(files, 0).Findings, f => f.Code == "unknown-field" && f.File == file);
        Assert.StartsWith(Known, finding.Remedy, StringComparison.Ordinal);
        return finding.Remedy[Known.Length..].TrimEnd('.').Split(", ");
    }
}
