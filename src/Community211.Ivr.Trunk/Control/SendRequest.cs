using System.Text.Json;
using System.Text.RegularExpressions;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Control;

/// <summary>Body of POST /sim/send: a request that the trunk signs and sends as the carrier would.</summary>
/// <param name="Method">GET or POST. Default POST.</param>
/// <param name="Url">Absolute.</param>
/// <param name="Form">Values are strings, or arrays of strings for a repeated name.</param>
/// <param name="Json">A JSON body in the place of a form; its hash goes into the URL as bodySHA256.</param>
/// <param name="Headers">Added, or put in the place of the carrier's own.</param>
[Written("a request", """{"url":"http://127.0.0.1:3000/voice","form":{"Digits":"1"}}""")]
internal sealed partial record SendRequest(
    string? Url, string Method = "POST", Dictionary<string, JsonElement>? Form = null, JsonElement? Json = null, Dictionary<string, string>? Headers = null)
{
    /// <summary>The form as it is sent; numbers, true and false are sent as they are written.</summary>
    public Form Fields()
    {
        var form = new Form();
        foreach (var (name, value) in Form ?? [])
        {
            foreach (var one in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value])
            {
                form.Add(name, one.ValueKind switch
                {
                    JsonValueKind.String => one.GetString(),
                    JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => one.GetRawText(),
                    _ => throw new BadInput($"'form.{name}' has {JsonWords.Shown(one)}: text is needed, or a list of texts; \"\" where there is nothing."),
                });
            }
        }
        return form;
    }

    public void CheckHeaders()
    {
        foreach (var (name, value) in Headers ?? [])
        {
            if (!Token().IsMatch(name) || value.Any(char.IsControl))
                throw new BadInput($"'headers.{name}' cannot be sent: a name of letters, digits and hyphens is needed, and a value without line breaks.");
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+.^_`|~-]+\z")]
    private static partial Regex Token();
}
