using System.Globalization;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>Filters such as StartTime=2026-11-03, StartTime&gt;=… (on the wire the name is "StartTime&gt;") and StartTime&lt;=….</summary>
internal static class DateFilter
{
    public static bool Matches(RestRequest request, string name, DateTimeOffset? value)
    {
        var (on, from, until) = (Parse(request, name), Parse(request, name + ">"), Parse(request, name + "<"));
        if (on is null && from is null && until is null)
            return true;
        if (value is not { } moment)
            return false;
        return (on is null || moment.UtcDateTime.Date == on.Value.UtcDateTime.Date)
            && (from is null || moment >= from)
            && (until is null || moment <= until);
    }

    private static DateTimeOffset? Parse(RestRequest request, string name)
    {
        if (request.Query(name) is not { Length: > 0 } text)
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw RestFailure.Parameter($"Parameter '{name}' is '{text}': a date such as 2026-11-03 or 2026-11-03T14:00:00Z is allowed.");
    }
}
