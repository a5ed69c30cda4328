using Community211.Ivr.Trunk.Control;

using System.Text.Json.Nodes;

namespace Community211.Ivr.Trunk.People;

/// <summary>One thing the simulated caller does: exactly one of them.</summary>
/// <param name="Press">Keys, once a Gather listens for keys.</param>
/// <param name="Say">Words, once a Gather listens for speech.</param>
/// <param name="Wait">Seconds of the call's time.</param>
[Written("a script item", """{"press":"1"}""")]
internal sealed record ScriptItem(string? Press = null, string? Say = null, double? Wait = null)
{
    public const string Kinds = "{\"press\":\"keys\"} (0-9 * # A-D), {\"say\":\"words\"}, {\"wait\":seconds} (0 to 14400), {\"hear\":\"words\"}, {\"speak\":\"words\"}, "
        + "{\"tell\":\"words\"}, {\"tone\":\"name\"} and {\"noise\":\"what\"} (both with \"seconds\"), {\"hangUp\":true}";

    /// <summary>Goes on once the service has said these words.</summary>
    public string? Hear { get; init; }

    /// <summary>Words at once, whether anybody listens or not.</summary>
    public string? Speak { get; init; }

    /// <summary>Words to somebody, once they talk.</summary>
    public string? Tell { get; init; }

    /// <summary>A tone on the line, at once: CNG of a fax, TTY.</summary>
    public string? Tone { get; init; }

    /// <summary>Something that is neither words nor keys, at once: a street, a struggle.</summary>
    public string? Noise { get; init; }

    /// <summary>How long a tone or a noise lasts. Default 1.</summary>
    public double? Seconds { get; init; }

    public bool HangUp { get; init; }

    public bool IsValid => Given.Count() + (Wait is null ? 0 : 1) + (HangUp ? 1 : 0) == 1
        && Given.All(words => words.Length > 0)
        && Press?.All(key => "0123456789*#ABCD".Contains(key, StringComparison.Ordinal)) != false
        && Bounds.AreSeconds(Wait)
        && Bounds.AreSeconds(Seconds)
        && (Seconds is null || (Tone ?? Noise) is not null);

    private IEnumerable<string> Given => new[] { Press, Say, Hear, Speak, Tell, Tone, Noise }.OfType<string>();

    public JsonObject ToJson()
    {
        var (name, value) = this switch
        {
            { Press: { } keys } => ("press", (JsonNode)keys),
            { Say: { } words } => ("say", words),
            { Hear: { } words } => ("hear", words),
            { Speak: { } words } => ("speak", words),
            { Tell: { } words } => ("tell", words),
            { Tone: { } tone } => ("tone", tone),
            { Noise: { } noise } => ("noise", noise),
            { HangUp: true } => ("hangUp", true),
            _ => ("wait", JsonValue.Create(Wait)),
        };
        return new JsonObject { [name] = value };
    }
}
