using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Community211.Ivr.Calls.Events;

namespace Community211.Ivr.Calls;

/// <summary>How states, facts and commands are written. Readers tolerate unknown members, so that a newer version's snapshot can be read.</summary>
public static class CallJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        AllowOutOfOrderMetadataProperties = true,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("null where a value must be");

    /// <summary>A value of an enumeration as it is written.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>A stored fact with its private part.</summary>
    public static CallEvent ReadEvent(string json, string? privatePart)
    {
        var read = Read<CallEvent>(json);
        return privatePart is null ? read : read with { Private = Read<PrivatePart>(privatePart) };
    }
}
