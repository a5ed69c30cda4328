using System.Text.Json.Nodes;
using CsCheck;

namespace Community211.Ivr.Trunk.Tests.Drivers;

/// <summary>A body in which any one value, or all of it, is something else. As text: JSON can be odder than any object.</summary>
internal static class RandomJson
{
    private const string Hole = "@@hole@@";

    private static readonly string[] Leaves =
    [
        "null", "true", "false", "0", "-1", "1", "1.5", "1e300", "-1e300", "1e999", "1e-300", "2147483648", "14400", "\"\"", "\" \"", "\"garbage\"", "\"\\u0000\"",
        "\"\\ud800\"", "\"+14165550123\"", "\"+911\"", "\"agent\"", "\"vendor\"", "\"phone\"", "\"fax\"", "\"http://service.test/inbound\"", "\"12#\"", "\"/voice\"", "{}",
        "[]", "[null]", "{\"a\":null}", "{\"a\":1,\"a\":2}", "{\"\\ud800\":1}", "[[[[1]]]]", "\"ForwardedFrom\"", "\"webhook\"", "\"delay\"", "\"away\"", "\"carrier\"",
    ];

    private static readonly string[] Keys =
        ["from", "to", "press", "say", "wait", "seconds", "tone", "answer", "first", "on", "what", "vendor", "languages", "1", "number", "voiceUrl", "heard", "rules", "duplicate", "x"];

    private static readonly Gen<string> Leaf = RandomTwiml.OneOf(Leaves);

    public static readonly Gen<string> Tree = Deep(2);

    /// <summary>One of these bodies with a hole, and what is put there.</summary>
    public static Gen<string> InPlaceOfAny(params string[] bodies)
    {
        var holes = bodies.SelectMany(body => Holes(JsonNode.Parse(body)!)).Append($"\"{Hole}\"").ToArray();
        return Gen.Select(RandomTwiml.OneOf(holes), Tree, (body, tree) => body.Replace($"\"{Hole}\"", tree, StringComparison.Ordinal));
    }

    private static Gen<string> Deep(int levels)
    {
        if (levels == 0)
            return Leaf;
        var deeper = Deep(levels - 1);
        var list = deeper.Array[0, 3].Select(items => $"[{string.Join(',', items)}]");
        var map = Gen.Select(RandomTwiml.OneOf(Keys), deeper).Array[0, 3].Select(fields => $"{{{string.Join(',', fields.Select(field => $"\"{field.Item1}\":{field.Item2}"))}}}");
        return Gen.OneOf(Leaf, Leaf, list, map);
    }

    private static IEnumerable<string> Holes(JsonNode body)
    {
        foreach (var place in Places(body))
        {
            var before = place.DeepClone();
            var hole = JsonValue.Create(Hole);
            place.ReplaceWith(hole);
            yield return body.ToJsonString();
            hole.ReplaceWith(before);
        }
    }

    private static JsonNode[] Places(JsonNode node) => node switch
    {
        JsonObject fields => [.. fields.Where(field => field.Value is not null).SelectMany(field => Places(field.Value!).Prepend(field.Value!))],
        JsonArray items => [.. items.SelectMany(item => Places(item!).Prepend(item!))],
        _ => [],
    };
}
