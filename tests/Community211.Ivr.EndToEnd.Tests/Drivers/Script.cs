using System.Text.Json.Nodes;

namespace Community211.Ivr.EndToEnd.Tests.Drivers;

/// <summary>What a simulated caller does.</summary>
internal static class Script
{
    public static JsonArray Press(params string[] keys) => [.. keys.Select(key => new JsonObject { ["press"] = key })];
}
