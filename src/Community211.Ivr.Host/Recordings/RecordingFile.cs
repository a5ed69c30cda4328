using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Community211.Ivr.Calls;

namespace Community211.Ivr.Host.Recordings;

/// <summary>Recordings as files. What fits on a line stands on one, so that people can read them and see what changed.</summary>
internal static class RecordingFile
{
    private const int Width = 400;

    /// <summary>A recording is exactly what it says: a member that nobody knows is a mistake, or a newer program's.</summary>
    private static readonly JsonSerializerOptions Strict = new(CallJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Reads a recording.</summary>
    /// <exception cref="JsonException">It is none; the message says where and why.</exception>
    public static Recording Read(string text)
    {
        if (JsonNode.Parse(text) is not JsonObject document)
            throw new JsonException("a JSON object is needed");
        if (document["format"] is not JsonValue format || !format.TryGetValue<int>(out var number))
            throw new JsonException("it has no format; 'show CALL --save FILE' makes recordings");
        if (number != Recording.CurrentFormat)
            throw new JsonException($"it has format {number}; this program reads format {Recording.CurrentFormat}");
        var recording = document.Deserialize<Recording>(Strict)!;
        if (recording.Webhooks.IsDefault || recording.Outside.IsDefault || recording.Floor.IsDefault || recording.Moves.IsDefault || recording.Acted.IsDefault || recording.Swept.IsDefault)
            throw new JsonException("a list is null; leave it out where it is empty");
        if (recording.Desk?.FirstOrDefault(d => d.Word is not ("accept" or "decline" or "end" or "triage")) is { } unknown)
            throw new JsonException($"an agent's word is '{unknown.Word}'; it is accept, decline, end or triage");
        return recording;
    }

    public static string Write(Recording recording)
    {
        var text = new System.Text.StringBuilder();
        Write(JsonSerializer.SerializeToNode(recording, CallJson.Options)!, 0, text);
        return text.Append('\n').ToString();
    }

    private static void Write(JsonNode? node, int depth, System.Text.StringBuilder text)
    {
        var line = node?.ToJsonString(CallJson.Options) ?? "null";
        if (node is JsonObject or JsonArray && (depth == 0 || line.Length > Width))
        {
            var (open, close) = node is JsonObject ? ('{', '}') : ('[', ']');
            var items = node is JsonObject o ? o.Select(p => (Name: (string?)p.Key, p.Value)) : node.AsArray().Select(v => (Name: (string?)null, Value: v));
            text.Append(open);
            var first = true;
            foreach (var (name, value) in items)
            {
                text.Append(first ? "\n" : ",\n").Append(' ', (depth + 1) * 2);
                if (name is not null)
                    text.Append(JsonSerializer.Serialize(name, CallJson.Options)).Append(": ");
                Write(value, depth + 1, text);
                first = false;
            }
            text.Append('\n').Append(' ', depth * 2).Append(close);
            return;
        }
        text.Append(line);
    }
}
