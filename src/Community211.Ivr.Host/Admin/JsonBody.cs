using System.Buffers;
using System.Text.Json;
using Community211.Ivr.Calls;

namespace Community211.Ivr.Host.Admin;

/// <summary>Reads a request's body, and says in a sentence what is wrong with it.</summary>
internal static class JsonBody
{
    /// <summary>Largest body, in bytes.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>The order; or the answer that refuses it.</summary>
    public static async Task<(T? Order, IResult? Refused)> Read<T>(HttpContext http)
        where T : class
    {
        if (http.Request.ContentLength > MostBytes)
            return (null, TooLarge());
        var body = new ArrayBufferWriter<byte>();
        while (await http.Request.BodyReader.ReadAsync(http.RequestAborted) is var read)
        {
            foreach (var part in read.Buffer)
                body.Write(part.Span);
            http.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (body.WrittenCount > MostBytes)
                return (null, TooLarge());
            if (read.IsCompleted)
                break;
        }
        try
        {
            return JsonSerializer.Deserialize<T>(body.WrittenSpan, CallJson.Options) is { } order
                ? (order, null)
                : (null, Problem(400, "The body is null where a JSON object must be."));
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            return (null, Problem(400, $"The body is not understood as JSON: {problem.Message}"));
        }
    }

    /// <summary>An answer that says why not.</summary>
    public static IResult Problem(int status, string sentence) => Results.Json(new { error = sentence }, statusCode: status);

    /// <summary>What is wrong with who gives an order and why; null if nothing is.</summary>
    public static IResult? Signed(string? who, string? note, string? git = null) =>
        who is not { Length: > 0 and <= 100 } ? Problem(400, "'who' is missing or longer than 100 characters. Write who gives the order.")
        : note?.Length > 1000 ? Problem(400, "'note' is longer than 1000 characters.")
        : git?.Length > 100 ? Problem(400, "'git' is longer than 100 characters. Write the commit's hash.")
        : null;

    private static IResult TooLarge() => Problem(413, $"The body is larger than {MostBytes / (1024 * 1024)} MB. Leave out what is no flow file; audio may be shorter.");
}
