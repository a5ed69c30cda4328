using System.Text.Json;

namespace Community211.Ivr.Trunk.Control;

/// <summary>Body of POST /sim/send: a request that the trunk signs and sends as the carrier would.</summary>
/// <param name="Method">GET or POST. Default POST.</param>
/// <param name="Url">Absolute.</param>
/// <param name="Form">Values are strings, or arrays of strings for a repeated name.</param>
/// <param name="Json">A JSON body in the place of a form; its hash goes into the URL as bodySHA256.</param>
/// <param name="Headers">Added, or put in the place of the carrier's own.</param>
internal sealed record SendRequest(
    string? Url, string Method = "POST", Dictionary<string, JsonElement>? Form = null, JsonElement? Json = null, Dictionary<string, string>? Headers = null);
