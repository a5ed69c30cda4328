using System.Globalization;
using System.Text.RegularExpressions;
using Community211.Ivr.Calls;
using Community211.Ivr.Places;

namespace Community211.Ivr.Host.Recordings;

/// <summary>
/// Makes callers' numbers fictional before a recording leaves the service: the exchange is kept, since it says the region; the line
/// becomes 01xx. Our own numbers, agents' and contacts' are configuration and stay.
/// </summary>
internal static partial class FictionalNumbers
{
    public static Recording In(Recording recording, PlacesModel places)
    {
        var own = places.Regions.Values.Append(places.Pool)
            .SelectMany(r => r.Dialled.Append(r.Line).Concat(r.Agents.Select(a => a.Number)))
            .Concat(places.Contacts.Values.Select(c => c.Number)).ToHashSet(StringComparer.Ordinal);
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        string Fictional(string number)
        {
            if (own.Contains(number))
                return number;
            if (!given.TryGetValue(number, out var fiction))
                given[number] = fiction = $"{number[..8]}01{(given.Count + 23).ToString("00", CultureInfo.InvariantCulture)}";
            return fiction;
        }
        var text = NorthAmerican().Replace(CallJson.Write(recording), m => Fictional(m.Value));
        text = Addresses().Replace(text, "$1caller@example.invalid");
        return CallJson.Read<Recording>(LongDigits().Replace(text, m => $"{m.Groups[1].Value}{m.Groups[2].Value[..6]}{new string('0', m.Groups[2].Value.Length - 6)}"));
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z])\+1[0-9]{10}(?![0-9])")]
    private static partial Regex NorthAmerican();

    [GeneratedRegex(@"((?:sip|client):)[^""@]+(?:@[^""]+)?")]
    private static partial Regex Addresses();

    /// <summary>Numbers that are no North American ones, in the fields that hold numbers.</summary>
    [GeneratedRegex(@"(""(?:From|Caller|ForwardedFrom|CalledVia)"":""\+?)(?!1[0-9]{10}"")([0-9]{7,})")]
    private static partial Regex LongDigits();
}
