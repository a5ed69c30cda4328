using System.Globalization;
using PhoneNumbers;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>
/// What the carrier believes about where a number lives; empty where it does not know. Exchange lists know towns and
/// provinces, or states, and no postal codes.
/// </summary>
internal sealed record Geography(string City, string State, string Zip, string Country)
{
    public static readonly Geography Unknown = new("", "", "", "");

    public static Geography Of(string number)
    {
        if (!number.StartsWith('+'))
            return Unknown;
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var parsed = numbers.Parse(number, "CA");
            var country = numbers.GetRegionCodeForNumber(parsed) ?? "";
            if (country is not ("CA" or "US"))
                return new Geography("", "", "", country);
            var (town, state) = Town(parsed);
            if (state.Length == 0)
                state = country == "CA" ? Provinces.OfAreaCode(number) : Provinces.OfState(Words(parsed));
            return new Geography(town.ToUpper(CultureInfo.InvariantCulture), state, "", country);
        }
        catch (NumberParseException)
        {
            return Unknown;
        }
    }

    /// <summary>The town as the exchange lists name it ("Thunder Bay"), or nothing when only the province is known.</summary>
    public static string? TownOf(string number)
    {
        try
        {
            return Town(PhoneNumberUtil.GetInstance().Parse(number, "CA")).Town is { Length: > 0 } town ? town : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static string Words(PhoneNumber number) => PhoneNumberOfflineGeocoder.GetInstance().GetDescriptionForNumber(number, Locale.English);

    private static (string Town, string State) Town(PhoneNumber number)
    {
        var words = Words(number);
        var comma = words.LastIndexOf(", ", StringComparison.Ordinal);
        return comma < 0 ? ("", "") : (words[..comma], words[(comma + 2)..]);
    }
}
