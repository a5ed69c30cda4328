using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Community211.Ivr.Flows;

/// <summary>Everything that a part of a flow holds, as text by where it stands, so that two of them can be compared whatever they are.</summary>
/// <param name="Prompts">Spoken texts by field and language.</param>
/// <param name="Rest">All else by path.</param>
internal sealed record Leaves(
    ImmutableSortedDictionary<(string Field, string Language), string> Prompts, ImmutableSortedDictionary<string, string> Rest)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static Leaves Of(object part)
    {
        var prompts = ImmutableSortedDictionary.CreateBuilder<(string, string), string>();
        var rest = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        Walk("", JsonSerializer.SerializeToNode(part, part.GetType(), Options), prompts, rest);
        return new Leaves(prompts.ToImmutable(), rest.ToImmutable());
    }

    public bool Same(Leaves other) => Prompts.SequenceEqual(other.Prompts) && Rest.SequenceEqual(other.Rest);

    private static void Walk(
        string path, JsonNode? node,
        ImmutableSortedDictionary<(string, string), string>.Builder prompts, ImmutableSortedDictionary<string, string>.Builder rest)
    {
        switch (node)
        {
            case JsonObject text when text.Count == 1 && text["by-language"] is JsonObject languages:
                foreach (var (language, said) in languages)
                    prompts[(path, language)] = $"{said}";
                break;
            case JsonObject spoken when spoken.Count == 2 && spoken["text"] is JsonValue said && spoken["language"] is JsonValue language:
                prompts[(path, $"{language}")] = $"{said}";
                break;
            case JsonObject fields:
                foreach (var (name, value) in fields)
                    Walk(path.Length == 0 ? name : $"{path}.{name}", value, prompts, rest);
                break;
            case JsonArray list when list.All(IsSpoken):
                foreach (var item in list)
                    Walk(path, item, prompts, rest);
                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                    Walk($"{path}.{i}", list[i], prompts, rest);
                break;
            default:
                rest[path] = $"{node}";
                break;
        }
    }

    /// <summary>Texts of a list are told by their language, not by where they stand.</summary>
    private static bool IsSpoken(JsonNode? item) => item is JsonObject { Count: 2 } spoken && spoken["text"] is JsonValue && spoken["language"] is JsonValue;
}
