using System.Globalization;
using System.Text.Json.Nodes;
using Community211.Ivr.Files;

namespace Community211.Ivr.Tests.Schemas;

/// <summary>A YAML file as an editor sees it: unquoted whole numbers are numbers.</summary>
internal static class AsJson
{
    /// <summary>The file's mapping; the test fails when it cannot be read.</summary>
    public static MapNode Read(string file, string text)
    {
        var findings = new Findings();
        var map = YamlSource.Read(file, text, findings);
        Assert.Empty(findings.Sorted());
        return map!;
    }

    public static JsonNode Of(Node node) => node switch
    {
        MapNode map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key.Value, (JsonNode?)Of(e.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(Of)]),
        TextNode { Quoted: false } text when int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        TextNode text => JsonValue.Create(text.Value),
        _ => throw new InvalidOperationException("Another kind of node."),
    };

    /// <summary>The file again, as YAML in JSON's form, with one field more in one mapping.</summary>
    public static string With(Node file, MapNode where, string field)
    {
        var json = Of(file, where, field);
        return json.ToJsonString();
    }

    private static JsonNode Of(Node node, MapNode where, string field) => node switch
    {
        MapNode map => new JsonObject(
            map.Entries.Select(e => KeyValuePair.Create(e.Key.Value, (JsonNode?)Of(e.Value, where, field)))
                .Concat(ReferenceEquals(map, where) ? [KeyValuePair.Create(field, (JsonNode?)"x")] : [])),
        ListNode list => new JsonArray([.. list.Items.Select(i => Of(i, where, field))]),
        _ => Of(node),
    };
}
