using System.Text.Json.Nodes;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>What the REST API answers.</summary>
internal sealed record RestAnswer(int Status, JsonObject? Body)
{
    /// <summary>In the place of a body.</summary>
    public RecordingMedia? Media { get; init; }

    public static RestAnswer Ok(JsonObject body) => new(200, body);

    public static RestAnswer Created(JsonObject body) => new(201, body);

    public static RestAnswer NoContent { get; } = new(204, null);

    /// <summary>An error as the carrier words it.</summary>
    public static RestAnswer Failed(int status, int code, string message) => new(status, new JsonObject
    {
        ["code"] = code,
        ["message"] = message,
        ["more_info"] = $"https://www.twilio.com/docs/errors/{code}",
        ["status"] = status,
    });
}
