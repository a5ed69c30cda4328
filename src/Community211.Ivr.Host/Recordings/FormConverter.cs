using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Community211.Ivr.Host.Recordings;

/// <summary>A form as a JSON object: a field is a text, one that stands several times a list.</summary>
internal sealed class FormConverter : JsonConverter<ImmutableArray<KeyValuePair<string, string>>>
{
    public override ImmutableArray<KeyValuePair<string, string>> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new JsonException("A form is an object of fields.");
        return
        [
            .. document.RootElement.EnumerateObject().SelectMany(p => p.Value.ValueKind == JsonValueKind.Array
                ? p.Value.EnumerateArray().Select(v => KeyValuePair.Create(p.Name, Text(p.Name, v)))
                : [KeyValuePair.Create(p.Name, Text(p.Name, p.Value))]),
        ];
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<KeyValuePair<string, string>> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var field in value.GroupBy(f => f.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(field.Key);
            if (field.Count() == 1)
            {
                writer.WriteStringValue(field.First().Value);
                continue;
            }
            writer.WriteStartArray();
            foreach (var one in field)
                writer.WriteStringValue(one.Value);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }

    private static string Text(string name, JsonElement value) => value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw new JsonException($"The form's field '{name}' is no text and no list of texts.");
}
