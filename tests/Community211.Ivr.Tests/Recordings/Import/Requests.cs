using System.Text;
using Community211.Ivr.Host.Recordings.Import;

namespace Community211.Ivr.Tests.Recordings.Import;

/// <summary>Requests as a proxy keeps them.</summary>
internal static class Requests
{
    public const string Sid = "CA00000000000000000000000000000001";
    public const string Inbound = $"CallSid={Sid}&CallStatus=ringing&Direction=inbound&From=%2B16135550123&To=%2B16135550100";
    public const string Pressed = $"CallSid={Sid}&CallStatus=in-progress&Direction=inbound&From=%2B16135550123&To=%2B16135550100&Digits=2";

    public static ImportedCalls Lines(params string[] lines)
    {
        var calls = new ImportedCalls();
        using var text = new StringReader(string.Join('\n', lines));
        FormLines.Read(text, calls);
        calls.Complete();
        return calls;
    }

    public static ImportedCalls Har(string text)
    {
        var calls = new ImportedCalls();
        HarFile.Read(Encoding.UTF8.GetBytes(text), calls);
        calls.Complete();
        return calls;
    }

    /// <summary>An archive of POST requests, an entry a line from line 2.</summary>
    public static string Archive(params string[] entries) => $$$"""{"log":{"version":"1.2","entries":[{{{"\n"}}}{{{string.Join(",\n", entries)}}}{{{"\n"}}}]}}""";

    public static string Entry(string url, string data, string at = "2026-11-24T15:00:00Z") =>
        $$$"""{"startedDateTime":"{{{at}}}","request":{"method":"POST","url":"{{{url}}}","postData":{{{data}}}},"response":{"status":200}}""";

    public static string Text(string body) => $$"""{"mimeType":"application/x-www-form-urlencoded","text":"{{body}}"}""";

    public static string Problems(ImportedCalls calls) => string.Join(" | ", calls.Problems.Select(p => $"{p.Line}: {p.Why}"));
}
