using System.Globalization;
using System.Text;

namespace Community211.Ivr.Trunk.Log;

/// <summary>A whole log in words: its calls, a line each, and what belongs to none of them.</summary>
internal static class LogText
{
    /// <param name="index">The log.</param>
    /// <param name="hint">How one call is told.</param>
    public static string Overview(LogIndex index, string hint)
    {
        var text = new StringBuilder();
        var calls = index.Legs.Where(leg => leg.IsCall).ToArray();
        var entries = index.Reading.Entries;
        text.AppendLine(CultureInfo.InvariantCulture, $"{Plural.Of(calls.Length, "call")}, {Plural.Of(index.Legs.Count - calls.Length, "leg")} dialled by the service, {Plural.Of(entries.Count(one => one.Is("rest")), "REST request")}, {Plural.Of(entries.Count(one => one.Is("warning")), "warning")}, {Plural.Of(entries.Count(one => one.Is("fault")), "fault")}.");
        if (index.Legs.Count > 0)
            Table(text, index);
        var loose = index.LooseOfNone().ToArray();
        if (loose.Length > 0)
            text.AppendLine().AppendLine("Of no call:");
        foreach (var entry in loose)
        {
            var (who, words) = EventWords.Of(entry, "caller", null);
            text.AppendLine(CultureInfo.InvariantCulture, $"  {When(entry)}  {who,-7}  {words}");
        }
        if (index.Legs.Count > 0)
            text.AppendLine().AppendLine(hint);
        return text.ToString();
    }

    private static void Table(StringBuilder text, LogIndex index)
    {
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"  {"when (UTC)",-19}  {"call",-34}  {"from",-16}  {"to",-14}  {"lasted",8}  {"ended by",-8}");
        foreach (var leg in index.Legs)
        {
            var lasted = leg.Ended?.Text("duration") is { } seconds ? seconds + " s" : "";
            var notes = string.Join(", ", new[] { (leg.Count("warning"), "warning"), (leg.Count("fault"), "fault") }.Where(one => one.Item1 > 0).Select(one => Plural.Of(one.Item1, one.Item2)));
            text.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(leg.IsCall ? "  " : "   ")}{When(leg.Entries[0]),-19}{(leg.IsCall ? "  " : " ")}{leg.Sid,-34}  {leg.Dialled?.Text("from"),-16}  {leg.Dialled?.Text("to"),-14}  {lasted,8}  {leg.Ended?.Text("by") ?? "(open)",-8}  {notes}").TrimEnd());
        }
    }

    private static string When(LogEntry entry) => entry.At?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "?";
}
