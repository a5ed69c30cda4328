using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Community211.Ivr.Flows.Files.Written;

namespace Community211.Ivr.Host.Schemas;

/// <summary>The JSON Schemas (draft-07) by which editors complete and underline the files of a flow folder.</summary>
public static class FlowSchemas
{
    /// <summary>The folder beside the files; nothing in it belongs to a revision.</summary>
    public const string Folder = "schemas";

    private const string Draft = "http://json-schema.org/draft-07/schema#";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private static readonly ImmutableArray<(string Name, Type Written)> Files =
    [
        ("flow", typeof(FlowFile)), ("translation", typeof(TranslationFile)), ("calls", typeof(CallsFile)), ("phrases", typeof(PhrasesFile)),
        ("places", typeof(PlacesFile)), ("contacts", typeof(ContactsFile)), ("calendars", typeof(CalendarsFile)), ("needs", typeof(NeedsFile)),
        ("languages", typeof(LanguagesFile)), ("interpreters", typeof(InterpretersFile)), ("audio", typeof(AudioFile)),
        ("queues", typeof(QueuesFile)), ("wrap-up", typeof(WrapUpFile)),
    ];

    /// <summary>File name to text.</summary>
    public static ImmutableDictionary<string, string> All { get; } =
        Files.ToImmutableDictionary(f => FileName(f.Name), f => Text(f.Written), StringComparer.Ordinal);

    /// <summary>The schema's file: <c>flow.schema.json</c>.</summary>
    public static string FileName(string kind) => $"{kind}.schema.json";

    private static string Text(Type written)
    {
        var schema = new JsonObject { ["$schema"] = Draft };
        foreach (var (name, value) in RecordSchema.Of(written).AsObject())
            schema[name] = value?.DeepClone();
        return schema.ToJsonString(Layout) + "\n";
    }
}
