using System.Collections.Frozen;
using PhoneNumbers;

namespace Community211.Ivr.Places;

/// <summary>A number or address as carriers give it: E.164, <c>anonymous</c>, <c>client:</c>, <c>sip:</c>, or something malformed.</summary>
public static class CallerNumber
{
    /// <summary>What carriers write in place of a number.</summary>
    private static readonly FrozenSet<string> Withheld =
        new[] { "anonymous", "blocked", "private", "restricted", "unavailable", "unknown" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What carriers write in place of a number, with commas between.</summary>
    public static string WithheldWords { get; } = string.Join(", ", Withheld.Order(StringComparer.Ordinal));

    private static readonly FrozenSet<string> Schemes = new[] { "client", "sip", "sips", "tel" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly PhoneNumberUtil Plan = PhoneNumberUtil.GetInstance();
    private static readonly PhoneNumberOfflineGeocoder Geocoder = PhoneNumberOfflineGeocoder.GetInstance();

    /// <summary>The town that the numbering plan names for a number; null when it names none, or one elsewhere (there is a London in Kentucky).</summary>
    /// <param name="number">E.164; anything else has no town.</param>
    /// <param name="area">How the numbering plan abbreviates the province, for instance <c>ON</c>.</param>
    public static string? Town(string? number, string area)
    {
        if (!IsE164(number))
            return null;
        try
        {
            var parsed = Plan.Parse(number, null);
            var words = Geocoder.GetDescriptionForNumber(parsed, Locale.English);
            var suffix = $", {area}";
            return words.EndsWith(suffix, StringComparison.Ordinal) ? words[..^suffix.Length] : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>A ten-digit number as people write or dial it, in E.164; null when it is none.</summary>
    public static string? Read(string? text)
    {
        try
        {
            var number = text is null ? null : Plan.Format(Plan.Parse(text, "CA"), PhoneNumberFormat.E164);
            return IsTenDigit(number) ? number : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>A ten-digit North American number in E.164 whose area code and exchange do not begin with 0 or 1: never an N11 code.</summary>
    public static bool IsTenDigit(string? number) =>
        number is { Length: 12 } && number.StartsWith("+1", StringComparison.Ordinal) && number.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0
        && number[2] >= '2' && number[5] >= '2' && !number.AsSpan(3, 2).SequenceEqual("11");

    /// <summary>
    /// Whether whoever has this number may be called: an ordinary number of Canada or the United States. No 900 number, no toll-free one, no
    /// N11 code, and none of the islands that share +1 and cost as much as other countries.
    /// </summary>
    public static bool IsOrdinary(string? number)
    {
        if (!IsTenDigit(number))
            return false;
        try
        {
            var parsed = Plan.Parse(number, null);
            return Plan.GetRegionCodeForNumber(parsed) is "CA" or "US"
                && Plan.GetNumberType(parsed) is PhoneNumberType.FIXED_LINE or PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE;
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    /// <summary>A number in E.164, or one of the words where it is withheld; neither an address nor a short code.</summary>
    public static bool IsTelephone(string? number) => number is not null && (Withheld.Contains(number) || (number.Length > 8 && IsE164(number)));

    /// <summary>What logs show: the exchange stays, the line is hidden. Anything that is no number is shown by its kind only.</summary>
    public static string Mask(string? number)
    {
        if (string.IsNullOrEmpty(number))
            return "(none)";
        if (IsE164(number))
            return number.Length > 8 ? string.Concat(number.AsSpan(0, number.Length - 4), "****") : "+****";
        var colon = number.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && Schemes.Contains(number[..colon]))
            return string.Concat(number.AsSpan(0, colon + 1), "****");
        return Withheld.Contains(number) ? number : "****";
    }

    /// <summary>What an agent sees of a caller's number before it is revealed; <c>unknown</c> when there is none.</summary>
    public static string Masked(string? number) => IsTelephone(number) && !Withheld.Contains(number!) ? Mask(number) : "unknown";

    private static bool IsE164(string? number) =>
        number is { Length: >= 3 and <= 16 } && number[0] == '+' && number.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
