using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Community211.Ivr.Files;

namespace Community211.Ivr.Tests.Schemas;

/// <summary>Finds the mappings of a file whose fields a schema lists in full.</summary>
internal static class SchemaPlaces
{
    /// <summary>The mappings of a file, with the schema of each and its place in the whole schema.</summary>
    public static IEnumerable<(string Pointer, MapNode Map, JsonObject Schema)> Of(JsonObject schema, Node node, string pointer)
    {
        if (schema["anyOf"] is JsonArray choices)
        {
            var fitting = choices.Select((c, i) => (Choice: c!.AsObject(), i)).Where(c => Fits(c.Choice, node)).Take(1);
            return fitting.SelectMany(c => Of(c.Choice, node, $"{pointer}/{c.i}"));
        }
        return node switch
        {
            MapNode map => (IsClosed(schema) ? [(pointer, map, schema)] : Array.Empty<(string, MapNode, JsonObject)>())
                .Concat(map.Entries.SelectMany(e => Child(schema, e.Key.Value) is { } child ? Of(child.Schema, e.Value, $"{pointer}/{child.Name}") : [])),
            ListNode list when schema["items"] is JsonObject items => list.Items.SelectMany(i => Of(items, i, $"{pointer}/items")),
            _ => [],
        };
    }

    /// <summary>Every place of a schema that lists its fields in full.</summary>
    public static ImmutableDictionary<string, ImmutableArray<string>> Fields(JsonObject schema)
    {
        var all = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        Look(schema, "");
        return all.ToImmutable();

        void Look(JsonObject at, string pointer)
        {
            if (IsClosed(at))
                all[pointer] = FieldsOf(at);
            foreach (var (name, child) in at["properties"] as JsonObject ?? [])
                Look(child!.AsObject(), $"{pointer}/{name}");
            foreach (var inner in (at["patternProperties"] as JsonObject ?? []).Select(p => p.Value).Append(at["additionalProperties"]).OfType<JsonObject>())
                Look(inner, $"{pointer}/*");
            if (at["items"] is JsonObject items)
                Look(items, $"{pointer}/items");
            foreach (var (choice, i) in (at["anyOf"] as JsonArray ?? []).Select((c, i) => (c!.AsObject(), i)))
                Look(choice, $"{pointer}/{i}");
        }
    }

    public static ImmutableArray<string> FieldsOf(JsonObject schema) => [.. schema["properties"]!.AsObject().Select(p => p.Key)];

    private static bool IsClosed(JsonObject schema) => schema["properties"] is not null && schema["additionalProperties"] is JsonValue;

    private static (JsonObject Schema, string Name)? Child(JsonObject schema, string field)
    {
        if (schema["properties"]?[field] is JsonObject own)
            return (own, field);
        var matching = (schema["patternProperties"] as JsonObject ?? []).Where(p => Regex.IsMatch(field, p.Key)).Select(p => p.Value).Append(schema["additionalProperties"]);
        return matching.OfType<JsonObject>().FirstOrDefault() is { } inner ? (inner, "*") : null;
    }

    private static bool Fits(JsonObject choice, Node node) => node switch
    {
        MapNode map when IsClosed(choice) => map.Entries.All(e => FieldsOf(choice).Contains(e.Key.Value))
            && (choice["required"] as JsonArray ?? []).All(r => map.Entries.Any(e => e.Key.Value == r!.GetValue<string>())),
        MapNode => choice["type"]?.GetValue<string>() == "object",
        ListNode => choice["type"]?.GetValue<string>() == "array",
        _ => choice["type"]?.GetValue<string>() == "string" || choice["enum"] is not null,
    };
}
