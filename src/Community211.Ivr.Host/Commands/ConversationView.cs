using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Community211.Ivr.Host.Admin;

namespace Community211.Ivr.Host.Commands;

/// <summary>Shows the trunk's events as a conversation, and keeps what a report needs.</summary>
internal sealed class ConversationView(TextWriter output)
{
    private readonly List<ReportedWebhook> _webhooks = [];
    private string? _from;
    private string? _to;

    public string? CallSid { get; private set; }

    /// <summary>Who ended the call, as the trunk saw it: caller, service, agent or carrier; null while it lasts.</summary>
    public string? EndedBy { get; private set; }

    /// <summary>What the trunk says of its expectation; null where none was asked.</summary>
    public JsonElement? Expected { get; private set; }

    public void Show(JsonElement e)
    {
        var kind = Text(e, "kind");
        switch (kind)
        {
            case "dialled":
                CallSid = Text(e, "callSid");
                (_from, _to) = (Text(e, "from"), Text(e, "to"));
                Line(e, "dials", $"{_to}{(Text(e, "number") is { } number && number != _to ? $", which the carrier translates to {number}" : "")}");
                break;
            case "answered":
                Line(e, "answered", "");
                break;
            case "webhook":
                _webhooks.Add(new ReportedWebhook(Text(e, "method") ?? "", Text(e, "url") ?? "", Number(e, "status"), Number(e, "ms")));
                Line(e, "webhook", $"{Text(e, "method")} {PathOf(Text(e, "url"))} {Text(e, "status")} ({Text(e, "ms")} ms)");
                break;
            case "hears":
                Line(e, "hears", $"[{Text(e, "language")}] {Text(e, "text")}");
                break;
            case "presses":
                Line(e, "presses", Text(e, "digits") ?? "");
                break;
            case "says":
                Line(e, "says", Text(e, "text") ?? "");
                break;
            case "tone":
            case "noise":
                Line(e, kind, Text(e, "sound") ?? "");
                break;
            case "barred":
                Line(e, "barred", $"{Text(e, "what")} {Text(e, "digits") ?? Text(e, "number")}");
                break;
            case "expected":
                Expected = e;
                break;
            case "queued":
                Line(e, "in line", $"queue {Text(e, "queue")}, place {Text(e, "position")}");
                break;
            case "dequeued":
                Line(e, "line left", Text(e, "result") ?? "");
                break;
            case "joined":
                Line(e, "in room", "");
                break;
            case "talking":
                Line(e, "talks", $"with {Text(e, "with")}");
                break;
            case "warning":
                Line(e, "warning", $"{Text(e, "code")} {Text(e, "message")}");
                break;
            case "ended":
                EndedBy = Text(e, "by");
                Line(e, "ended", $"by the {EndedBy} after {Text(e, "duration")} s{Unused(e)}");
                break;
        }
    }

    /// <summary>The whole call as one object.</summary>
    public CallReport Report(CallStory? story) => new(
        CallSid, _from, _to, story?.Language, story?.Region, story?.RegionSource, story?.Queue, story?.Priority, story?.AnsweredBy, EndedBy ?? story?.EndedBy,
        story?.Path ?? [], [.. (story?.Facts ?? []).SelectMany(f => f.Why)], [.. _webhooks], Expected);

    private void Line(JsonElement e, string what, string rest)
    {
        var t = e.TryGetProperty("t", out var value) && value.TryGetDouble(out var seconds) ? seconds : 0;
        output.WriteLine($"{t.ToString("0.0", CultureInfo.InvariantCulture),6} s  {what,-10} {rest}".TrimEnd());
        output.Flush();
    }

    private static string Unused(JsonElement e) =>
        e.TryGetProperty("unused", out var unused) && unused.ValueKind == JsonValueKind.Array && unused.GetArrayLength() > 0
            ? $"; never came to: {string.Join(", ", unused.EnumerateArray().Select(u => u.ToString()))}"
            : "";

    private static string PathOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed.PathAndQuery : url ?? "";

    private static string? Text(JsonElement e, string name) =>
        e.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value.ToString() : null;

    private static int Number(JsonElement e, string name) =>
        e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? (int)value.GetDouble() : 0;
}

/// <summary>A call for machines.</summary>
internal sealed record CallReport(
    string? CallSid, string? From, string? To, string? Language, string? Region, string? RegionSource, string? Queue, string? Priority, string? AnsweredBy,
    string? EndedBy, ImmutableArray<string> Path, ImmutableArray<string> Reasons, ImmutableArray<ReportedWebhook> Webhooks,
    JsonElement? Expected);

/// <summary>A webhook of a reported call.</summary>
internal sealed record ReportedWebhook(string Method, string Url, int Status, int Ms);
