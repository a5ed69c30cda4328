using System.Text.Json;
using System.Text.RegularExpressions;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Control;

/// <summary>"parameters" of POST /sim/calls, checked, and what follows from them and from who calls.</summary>
internal static partial class CallDetails
{
    private static readonly string[] Free = ["ForwardedFrom", "CalledVia", "CallerName", "StirPassportToken", "CallToken"];
    private static readonly string[] Sip = ["SipDomain", "SipUsername", "SipCallId", "SipSourceIp"];
    private static readonly string[] Places = ["City", "State", "Zip", "Country"];
    private static readonly string Names = string.Join(", ", [.. Free, "StirVerstat", "AddOns", "FromCity, FromState, FromZip, FromCountry and the same of To", .. Sip, "SipHeader_X-..."]);

    public static Form Of(CallRequest request, TrunkNumber number, Exchange exchange)
    {
        var given = request.Parameters ?? [];
        var sip = request.From.StartsWith("sip:", StringComparison.Ordinal) || request.From.StartsWith("sips:", StringComparison.Ordinal);
        foreach (var (name, value) in given)
            Check(name, value, sip, number);
        var form = new Form();
        foreach (var (name, value) in given.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            form.Add(name, value);
            // Places are sent under their old names, too.
            if (Place(name) is { } place)
                form.Add((name.StartsWith("From", StringComparison.Ordinal) ? "Caller" : "Called") + place, value);
        }
        if (given.TryGetValue("ForwardedFrom", out var forwarded) && !given.ContainsKey("CalledVia"))
            form.Add("CalledVia", forwarded);
        if (number.CallerIdLookup && !given.ContainsKey("CallerName"))
            form.Add("CallerName", "");
        if (sip)
            form.AddRange(OfSip(request.From, exchange).Where(field => !given.ContainsKey(field.Key)));
        return form;
    }

    private static Form OfSip(string from, Exchange exchange)
    {
        var parts = SipAddress().Match(from);
        return new Form
        {
            { "SipDomain", parts.Groups["host"].Value },
            { "SipUsername", parts.Groups["user"].Value },
            { "SipCallId", exchange.NextId("") + "@192.0.2.10" },
            { "SipSourceIp", "192.0.2.10" },
        };
    }

    private static void Check(string name, string value, bool sip, TrunkNumber number)
    {
        if (name == "StirVerstat" && !Verstat().IsMatch(value))
            throw Wrong(name, value, "such as TN-Validation-Passed-A, TN-Validation-Failed-B-Diverted, TN-Validation-Failed, No-TN-Validation");
        if (name == "CallerName" && !number.CallerIdLookup)
            throw new BadInput($"'parameters.CallerName' is only sent when the number looks callers up: set voiceCallerIdLookup of {number.Number} to true.");
        if (name == "AddOns" && !IsJson(value))
            throw Wrong(name, value, "JSON in a string");
        var ofSip = Sip.Contains(name) || name.StartsWith("SipHeader_X-", StringComparison.Ordinal);
        if (ofSip && !sip)
            throw new BadInput($"'parameters.{name}' belongs to calls by SIP: give 'from' as sip:user@host.");
        if (!ofSip && !Free.Contains(name) && name is not ("StirVerstat" or "AddOns") && Place(name) is null)
            throw new BadInput($"'parameters.{name}' is no parameter that a call can set. Allowed: {Names}.");
        if (value.Length > 4096)
            throw Wrong(name, value[..20] + "…", "at most 4096 characters");
    }

    private static string? Place(string name) => Places.FirstOrDefault(place => name == "From" + place || name == "To" + place);

    private static bool IsJson(string text)
    {
        try
        {
            using var parsed = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static BadInput Wrong(string name, string value, string allowed) => new($"'parameters.{name}' is '{value}'. Allowed: {allowed}.");

    [GeneratedRegex("^((TN-Validation-(Passed|Failed)-[ABC]|TN-Validation-Failed|No-TN-Validation|NULL)(-Diverted|-Passthrough)?|(No-TN-Validation|NULL)-[ABC](-Diverted|-Passthrough)?)$")]
    private static partial Regex Verstat();

    [GeneratedRegex("^sips?:(?:(?<user>[^@]*)@)?(?<host>[^:;?]*)")]
    private static partial Regex SipAddress();
}
