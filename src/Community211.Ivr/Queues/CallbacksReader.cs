using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Places;

namespace Community211.Ivr.Queues;

/// <summary>Reads <c>callback</c> of <c>queues.yaml</c>.</summary>
internal static class CallbacksReader
{
    private const int MostAttempts = 10;
    private const string Never = "none";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public static CallbackRules Read(MapReader r)
    {
        var rules = new CallbackRules();
        rules = rules with
        {
            Offered = YesNo(r, "offered", rules.Offered),
            Attempts = r.Number("attempts", rules.Attempts, 1, MostAttempts),
            After = Pauses(r, rules.After),
            Expires = QueuesReader.Bounded(r, "expires", rules.Expires, TimeSpan.FromMinutes(10), Longest),
            Quiet = QuietHours(r, rules.Quiet),
            From = Number(r),
        };
        r.Done();
        return rules;
    }

    private static bool YesNo(MapReader r, string name, bool otherwise)
    {
        if (r.OptionalText(name) is not { } said)
            return otherwise;
        if (said is not ("yes" or "no"))
            r.Findings.Add("not-yes-no", r.PlaceOf(name), $"'{name}' is yes or no.", $"Write '{name}: no' where nobody is called back.");
        return said == "yes";
    }

    private static ImmutableArray<TimeSpan> Pauses(MapReader r, ImmutableArray<TimeSpan> otherwise)
    {
        var pauses = ImmutableArray.CreateBuilder<TimeSpan>();
        foreach (var text in r.Texts("after"))
        {
            if (MapReader.TryDuration(text.Value, out var pause) && pause >= TimeSpan.FromMinutes(1) && pause <= Longest)
                pauses.Add(pause);
            else
                r.Findings.Add("time-out-of-range", text.At, $"'{text.Value}' is no time between two attempts.", "Write times from 1m to 24h: after: [15m, 60m].");
        }
        return pauses.Count > 0 ? pauses.ToImmutable() : otherwise;
    }

    private static CalendarHours? QuietHours(MapReader r, CalendarHours? otherwise)
    {
        if (r.OptionalText("quiet") is not { } said)
            return otherwise;
        if (said == Never)
            return null;
        if (CalendarHours.Read(said) is { IsBackwards: false } hours && hours.Until - hours.From < CalendarHours.Day)
            return hours;
        r.Findings.Add("not-hours", r.PlaceOf("quiet"), $"'{said}' are no quiet hours.", "Write \"21:00-09:00\", or none where people may be called at any time.");
        return otherwise;
    }

    private static string? Number(MapReader r)
    {
        if (r.OptionalText("from") is not { } number || CallerNumber.IsOrdinary(number))
            return r.OptionalText("from");
        r.Findings.Add("callback-from", r.PlaceOf("from"), $"'{number}' is no ordinary number of Canada or the United States.", "Write a ten-digit number that is yours: from: \"+14165550190\".");
        return null;
    }
}
