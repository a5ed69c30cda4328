using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Community211.Ivr.Trunk.Log;

/// <summary>One call in words: how it came out, then each event, then the other legs the same way, indented.</summary>
/// <param name="index">The whole log.</param>
/// <param name="documents">With the TwiML that was answered.</param>
internal sealed class CallText(LogIndex index, bool documents)
{
    private readonly StringBuilder text = new();

    public string Of(LoggedLeg call)
    {
        var around = index.Around(call);
        var loose = index.LooseOf([call.Sid, .. around.Select(leg => leg.Sid)]);
        Tell(call, loose, "");
        foreach (var leg in around)
        {
            text.AppendLine();
            Tell(leg, [], "    ");
        }
        return text.ToString();
    }

    private void Tell(LoggedLeg leg, IReadOnlyList<LogEntry> loose, string indent)
    {
        var person = leg.IsCall ? "caller" : "agent";
        var origin = Origin(leg);
        Heading(leg, person, loose, indent);
        var seconds = 0.0;
        foreach (var entry in leg.Entries.Concat(loose).OrderBy(entry => entry.Number("n") ?? 0))
        {
            seconds = entry.Seconds ?? seconds;
            var (who, words) = EventWords.Of(entry, person, origin);
            Line(indent, entry, seconds, who, words);
            if (documents && (entry.Is("webhook") || entry.Is("document")) && entry.Text("twiml") is { Length: > 0 } twiml)
                Document(indent, twiml);
        }
    }

    private void Heading(LoggedLeg leg, string person, IReadOnlyList<LogEntry> loose, string indent)
    {
        var (dialled, ended) = (leg.Dialled, leg.Ended);
        var to = dialled?.Text("to");
        text.AppendLine(CultureInfo.InvariantCulture, $"{indent}{leg.Sid}  {dialled?.Text("from") ?? "?"} to {to ?? "?"}{(person == "agent" ? ", dialled by the service" : "")}");
        var when = leg.Entries[0].At?.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) ?? "?";
        var end = ended is null ? leg.Count("answered") > 0 ? "answered, and not ended in this log" : "not answered, and not ended in this log"
            : $"{ended.Text("status")} after {ended.Text("duration")} s, ended by the {ended.Text("by")}";
        text.AppendLine(CultureInfo.InvariantCulture, $"{indent}{when}: {end}. {Counts(leg, loose)}");
    }

    private static string Counts(LoggedLeg leg, IReadOnlyList<LogEntry> loose)
    {
        var rest = loose.Count(entry => entry.Is("rest"));
        var counts = new (int Count, string What)[]
        {
            (leg.Count("webhook"), "webhook"), (rest, "REST request"), (leg.Count("warning"), "warning"), (leg.Count("fault") + loose.Count(entry => entry.Is("fault")), "fault"),
        };
        return string.Join(", ", counts.Where(one => one.Count > 0).Select(one => Plural.Of(one.Count, one.What))) is { Length: > 0 } told ? told + "." : "";
    }

    /// <summary>The clock that all legs share, the seconds since this one was answered, who, what.</summary>
    private void Line(string indent, LogEntry entry, double seconds, string who, string words) =>
        text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{indent}  {entry.At,8:HH:mm:ss}  {seconds,6:0.0} s  {who,-7}  {words}").TrimEnd());

    private void Document(string indent, string twiml)
    {
        foreach (var line in Pretty(twiml).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            text.AppendLine(CultureInfo.InvariantCulture, $"{indent}{"",31}| {line.TrimEnd()}");
    }

    private static string Pretty(string twiml)
    {
        try
        {
            return XDocument.Parse(twiml).ToString();
        }
        catch (XmlException)
        {
            return twiml;
        }
    }

    /// <summary>Where most of the requests go: told once is enough.</summary>
    private static string? Origin(LoggedLeg leg) => leg.Entries.Where(entry => entry.Is("webhook"))
        .Select(entry => Uri.TryCreate(entry.Text("url"), UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : null)
        .FirstOrDefault(origin => origin is not null);
}
