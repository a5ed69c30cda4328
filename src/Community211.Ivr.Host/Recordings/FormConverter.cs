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
        return
        [
            .. document.RootElement.EnumerateObject().SelectMany(p => p.Value.ValueKind == JsonValueKind.Array
                ? p.Value.EnumerateArray().Select(v => KeyValuePair.Create(p.Name, v.GetString() ?? ""))
                : [KeyValuePair.Create(p.Name, p.Value.GetString() ?? "")]),
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
}
