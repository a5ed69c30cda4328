using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>The log's line about one request to the REST API.</summary>
internal static class RestLog
{
    public static JsonObject Fields(IFormCollection form)
    {
        var fields = new JsonObject();
        foreach (var (name, values) in form)
            fields[name] = values.ToString();
        return fields;
    }

    /// <param name="exchange">Whose log; on the lane.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="form">Its fields.</param>
    /// <param name="status">Null: the connection was cut.</param>
    /// <param name="code">The carrier's, of an error.</param>
    /// <param name="sid">Of what was made or changed.</param>
    /// <param name="note">What there is to say beyond it.</param>
    public static void Tell(Exchange exchange, HttpRequest request, JsonObject form, int? status, JsonNode? code, JsonNode? sid = null, string? note = null)
    {
        (string, JsonNode?)[] line =
            [("method", request.Method), ("path", request.Path.Value + request.QueryString), ("form", form), ("status", status), ("code", code), ("sid", sid)];
        exchange.Log.Tell(null, exchange.Time.Now, "rest", note is null ? line : [.. line, ("note", note)]);
    }
}
