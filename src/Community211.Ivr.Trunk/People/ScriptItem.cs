using System.Text.Json.Nodes;

namespace Community211.Ivr.Trunk.People;

/// <summary>One thing the simulated caller does: exactly one of the three.</summary>
/// <param name="Press">Keys, once a Gather listens for keys.</param>
/// <param name="Say">Words, once a Gather listens for speech.</param>
/// <param name="Wait">Seconds of the call's time.</param>
internal sealed record ScriptItem(string? Press = null, string? Say = null, double? Wait = null)
{
    public bool IsValid => (Press is not null ? 1 : 0) + (Say is not null ? 1 : 0) + (Wait is not null ? 1 : 0) == 1
        && (Press is null || (Press.Length > 0 && Press.All(key => "0123456789*#ABCD".Contains(key, StringComparison.Ordinal))))
        && Wait is null or >= 0;

    public JsonObject ToJson() => Press is not null ? new JsonObject { ["press"] = Press }
        : Say is not null ? new JsonObject { ["say"] = Say }
        : new JsonObject { ["wait"] = Wait };
}
