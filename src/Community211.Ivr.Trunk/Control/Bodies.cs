using System.Text.Json;

namespace Community211.Ivr.Trunk.Control;

/// <summary>Reads JSON bodies of the control API; what is wrong comes back as a sentence.</summary>
internal static class Bodies
{
    public static async Task<T> Read<T>(HttpRequest request) => Of<T>(await Text(request));

    public static T Of<T>(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Json.Strict) ?? throw new BadInput("The body is null: a JSON object is needed.");
        }
        catch (JsonException failure)
        {
            throw new BadInput($"The body is not what this route takes, at {failure.Path ?? "$"}: {failure.Message}");
        }
    }

    public static async Task<string> Text(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
    }
}
