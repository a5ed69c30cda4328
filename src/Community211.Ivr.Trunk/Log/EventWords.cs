using System.Globalization;
using System.Text.Json.Nodes;

namespace Community211.Ivr.Trunk.Log;

/// <summary>One event in words: who, and what they do.</summary>
internal static class EventWords
{
    // Of a request, what a reader looks for; the rest is in the log.
    private static readonly string[] Telling =
    [
        "Digits", "SpeechResult", "UnstableSpeechResult", "QueueResult", "QueuePosition", "DialCallStatus", "RecordingUrl", "StatusCallbackEvent",
        "RecordingStatus", "MessageStatus", "ErrorCode",
    ];

    /// <param name="entry">The event.</param>
    /// <param name="person">Who is on the leg: caller or agent.</param>
    /// <param name="origin">Where the service is; its URLs are told without it.</param>
    public static (string Who, string Words) Of(LogEntry entry, string person, string? origin) => entry.Kind switch
    {
        "dialled" when person == "caller" => (person, $"dials {entry.Text("to")}{Translated(entry)}"),
        "dialled" => ("service", $"has {entry.Text("to")} dialled{(entry.Text("from") is { } from ? " from " + from : "")}"),
        "ringing" => (person, "is rung up"),
        "answered" when person == "caller" => ("service", "answers"),
        "answered" => (person, "answers"),
        "verb" => ("carrier", "runs " + Tag(entry)),
        "document" => ("carrier", "takes the document that came with the request"),
        "webhook" => ("carrier", Webhook(entry, origin)),
        "hears" => (person, $"hears {Language(entry)}\"{entry.Text("text")}\""),
        "plays" => (person, $"hears {Short(entry.Text("url"), origin)}{Seconds(entry)}"),
        "silence" => (person, $"hears nothing{Seconds(entry)}"),
        "gather" => ("carrier", $"listens for {entry.Text("input")}"),
        "presses" => (person, $"presses {entry.Text("digits")}"),
        "says" => (person, $"says \"{entry.Text("text")}\""),
        "tone" or "noise" => (person, $"is heard: {entry.Text("sound")}{Seconds(entry)}"),
        "desk" => ("agent", $"{entry.Text("word")} at the desk: {Others(entry)}"),
        "barred" => ("carrier", $"lets no {entry.Text("what")} through: {entry.Text("digits") ?? entry.Text("number")}"),
        "expected" => ("witness", Expected(entry)),
        "queued" => (person, $"is in line {entry.Text("queue")}, place {entry.Text("position")}"),
        "dequeued" => (person, $"leaves line {entry.Text("queue")}: {entry.Text("result")}"),
        "joined" => (person, $"comes into room {entry.Text("room")}"),
        "left" => (person, $"leaves room {entry.Text("room")}"),
        "talking" => (person, $"talks with {entry.Text("with")}"),
        "ended" => (entry.Text("by") ?? "nobody", Ended(entry)),
        "warning" => ("carrier", $"WARNING {entry.Text("code")}: {entry.Text("message")}"),
        "fault" => ("fault", $"{entry.Text("on")} {entry.Text("what")}{Seconds(entry)}{Target(entry)} (rule {entry.Text("rule")}, {entry.Text("struck")} so far){(entry.Text("note") is { } why ? ": " + why : "")}"),
        "back" => ("carrier", "is there again"),
        "rest" => ("service", Rest(entry)),
        _ => ("", $"{entry.Kind} {Others(entry)}".TrimEnd()),
    };

    private static string Webhook(LogEntry entry, string? origin)
    {
        var status = entry.Number("status") is 0 ? $"failed ({entry.Text("code")})" : entry.Text("status");
        var milliseconds = entry.Number("ms") is > 0 and var ms ? string.Create(CultureInfo.InvariantCulture, $" in {ms} ms") : "";
        var attempt = entry.Number("attempt") is > 1 and var number ? $", attempt {number}" : "";
        var note = entry.Text("note") is { } said and not "status" ? $"; {said}" : "";
        return $"{entry.Text("method")} {Short(entry.Text("url"), origin)}{Form(entry)}: {status}{milliseconds}{attempt}{note}";
    }

    private static string Rest(LogEntry entry)
    {
        var path = entry.Text("path") ?? "";
        var parts = path.Split('/', 5);
        var code = entry.Text("code") is { } given ? $" ({given})" : "";
        var made = entry.Number("status") is 201 && entry.Text("sid") is { } sid ? " " + sid : "";
        var fields = entry["form"] is JsonObject { Count: > 0 } form ? " " + string.Join(' ', form.Select(field => $"{field.Key}={field.Value}")) : "";
        return $"REST {entry.Text("method")} /{(parts.Length == 5 ? parts[4] : path.TrimStart('/'))}{fields}: {entry.Text("status") ?? "cut"}{code}{made}";
    }

    private static string Form(LogEntry entry)
    {
        var told = Telling.Select(name => (name, value: entry.Field(name))).Where(one => one.value is not null).Select(one => $"{one.name}={one.value}").ToList();
        if (entry.Field("CallbackSource") is not null)
            told.Insert(0, $"CallStatus={entry.Field("CallStatus")}");
        return told.Count == 0 ? "" : $" ({string.Join(", ", told)})";
    }

    private static string Tag(LogEntry entry)
    {
        var nouns = entry["nouns"] is JsonArray list ? string.Concat(list.OfType<JsonObject>().Select(noun => $" <{noun["noun"]}{Attributes(noun["attributes"])}>{noun["text"]}")) : "";
        return $"<{entry.Text("verb")}{Attributes(entry["attributes"])}>{nouns}";
    }

    private static string Attributes(JsonNode? attributes) =>
        attributes is JsonObject given ? string.Concat(given.Select(one => $" {one.Key}=\"{one.Value}\"")) : "";

    private static string Ended(LogEntry entry)
    {
        var unused = entry["unused"] is JsonArray { Count: > 0 } left ? $"; never came to {string.Join(", ", left.Select(one => one?.ToJsonString(Json.Relaxed)))}" : "";
        return $"ends it: {entry.Text("status")} after {entry.Text("duration")} s{unused}";
    }

    private static string Expected(LogEntry entry)
    {
        var why = entry["why"] is JsonArray { Count: > 0 } reasons ? ": " + string.Join(' ', reasons.Select(reason => (string?)reason)) : "";
        return $"{entry.Text("as") ?? "the call"} {(why.Length == 0 ? "came to" : "did not come to")} what was expected ({entry.Text("expects")}){why}";
    }

    private static string Translated(LogEntry entry) =>
        entry.Text("number") is { } number && number != entry.Text("to") ? $", which is {number}" : "";

    private static string Language(LogEntry entry) => entry.Text("language") is { Length: > 0 } language ? $"[{language}] " : "";

    private static string Seconds(LogEntry entry) =>
        entry.Number("seconds") is { } seconds ? string.Create(CultureInfo.InvariantCulture, $" ({seconds:0.#} s)") : "";

    private static string Target(LogEntry entry) => entry.Text("path") is { } path ? $" at {entry.Text("method")} {path}" : "";

    private static string Short(string? url, string? origin) =>
        origin is not null && url?.StartsWith(origin, StringComparison.Ordinal) == true && url.Length > origin.Length ? url[origin.Length..] : url ?? "";

    private static string Others(LogEntry entry) => string.Join(
        ' ', entry.Line.Where(field => field.Key is not ("n" or "callSid" or "at" or "t" or "kind")).Select(field => $"{field.Key}={field.Value}"));
}
