using System.Text.Json;

namespace Community211.Ivr.Trunk.Control;

/// <summary>Reads JSON: bodies of the control API, the configuration. What is wrong comes back as a sentence.</summary>
internal static class Bodies
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static async Task<T> Read<T>(HttpRequest request) => Of<T>(await Text(request));

    /// <param name="text">JSON; comments and trailing commas are allowed.</param>
    /// <param name="whole">What it is called in a sentence.</param>
    public static T Of<T>(string text, string whole = "The body")
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new BadInput($"{whole} is empty: {JsonWords.Wanted(Json.Strict.GetTypeInfo(typeof(T)))}.");
        using var parsed = Parse(text, whole);
        return Of<T>(parsed.RootElement, "", whole);
    }

    /// <summary>A part of something that is read.</summary>
    /// <param name="given">What was written.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="whole">What the whole is called in a sentence.</param>
    public static T Of<T>(JsonElement given, string path, string whole = "The body")
    {
        JsonShape.Check(given, Json.Strict.GetTypeInfo(typeof(T)), path, whole);
        return given.Deserialize<T>(Json.Strict)!;
    }

    public static async Task<string> Text(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
    }

    private static JsonDocument Parse(string text, string whole)
    {
        try
        {
            return JsonDocument.Parse(text, Lenient);
        }
        catch (JsonException failure)
        {
            throw new BadInput($"{whole} is no JSON: line {failure.LineNumber + 1}, character {failure.BytePositionInLine + 1} cannot be read.");
        }
        catch (ArgumentException)
        {
            throw new BadInput($"{whole} is no JSON: it has half of a character (a lone surrogate).");
        }
    }
}
