using System.Globalization;
using System.Text.Json.Nodes;

namespace Community211.Ivr.Trunk.Log;

/// <summary>One line of the log, as it was written. Fields that are missing or of another kind read as nothing.</summary>
internal sealed record LogEntry(JsonObject Line)
{
    public string Kind => Text("kind") ?? "";

    public string? CallSid => Text("callSid");

    /// <summary>Seconds since the leg was answered; null where no leg is meant.</summary>
    public double? Seconds => Number("t");

    public DateTimeOffset? At => DateTimeOffset.TryParse(Text("at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    public string? Text(string name) => this[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var other => other.ToJsonString(Json.Relaxed),
    };

    public double? Number(string name) => this[name] is JsonValue value && value.TryGetValue<double>(out var number) ? number : null;

    public string? Field(string name) => this["form"] is JsonObject form && form.TryGetPropertyValue(name, out var value) && value is JsonValue text && text.TryGetValue<string>(out var found) ? found : null;

    public JsonNode? this[string name] => Line.TryGetPropertyValue(name, out var value) ? value : null;

    public bool Is(string kind) => Kind == kind;
}
