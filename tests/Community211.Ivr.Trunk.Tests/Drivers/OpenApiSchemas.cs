using System.Text.Json.Nodes;

namespace Community211.Ivr.Trunk.Tests.Drivers;

/// <summary>
/// OpenAPI 3.0 schemas as JSON schemas: references put in place, nullable as a type, formats as patterns. Stricter than the
/// description in one thing: an answer has all properties that are described, and no others.
/// </summary>
public static class OpenApiSchemas
{
    private const string Rfc2822 = @"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} \+0000$";

    /// <summary>
    /// "The file contradicts 13 of its own 93 examples": reason_conference_ended is null there while the conference goes on (8 examples).
    /// Its other contradictions need no exception here: the trunk shows a recording's price and an application that is not set as null.
    /// </summary>
    private static readonly HashSet<string> NullableAfterAll = ["reason_conference_ended"];

    private static readonly Dictionary<string, string> Formats = new()
    {
        ["date-time-rfc-2822"] = Rfc2822,
        ["phone-number"] = @"^\+[1-9]\d{1,14}$",
        ["currency"] = "^[A-Z]{3}$",
    };

    public static JsonObject ToJsonSchema(JsonNode schema, JsonNode components)
    {
        if ((string?)schema["$ref"] is { } reference)
            return ToJsonSchema(components[reference.Split('/')[^1]]!, components);
        var plain = new JsonObject();
        Type(schema, plain);
        foreach (var name in (string[])["pattern", "minLength", "maxLength"])
        {
            if (schema[name] is { } value)
                plain[name] = value.DeepClone();
        }
        if ((string?)schema["format"] is { } format && Formats.TryGetValue(format, out var pattern))
            plain["pattern"] = pattern;
        if (schema["items"] is { } items)
            plain["items"] = ToJsonSchema(items, components);
        if (schema["properties"] is JsonObject properties)
            Properties(properties, plain, components);
        return plain;
    }

    private static void Type(JsonNode schema, JsonObject plain)
    {
        var nullable = (bool?)schema["nullable"] == true;
        if ((string?)schema["type"] is { } type)
            plain["type"] = nullable ? new JsonArray(type, "null") : type;
        if (schema["enum"] is not JsonArray values)
            return;
        plain["enum"] = values.DeepClone();
        if (nullable)
            plain["enum"]!.AsArray().Add(null);
    }

    private static void Properties(JsonObject properties, JsonObject plain, JsonNode components)
    {
        var all = new JsonObject();
        foreach (var (name, property) in properties)
        {
            var one = ToJsonSchema(property!, components);
            all[name] = NullableAfterAll.Contains(name) ? new JsonObject { ["oneOf"] = new JsonArray(one, new JsonObject { ["type"] = "null" }) } : one;
        }
        plain["properties"] = all;
        plain["additionalProperties"] = false;
        plain["required"] = new JsonArray([.. properties.Select(one => (JsonNode)one.Key)]);
    }
}
