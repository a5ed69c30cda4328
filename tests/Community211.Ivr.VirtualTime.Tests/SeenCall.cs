using System.Text.Json;

namespace Community211.Ivr.VirtualTime.Tests;

/// <summary>What became of one caller, as the trunk alone saw it.</summary>
internal sealed record SeenCall(string Sid)
{
    public string? EndedBy { get; private set; }

    public bool Talked { get; private set; }

    public IReadOnlyList<string> Warnings { get; private set; } = [];

    public static IReadOnlyList<SeenCall> In(byte[] log)
    {
        var calls = new Dictionary<string, SeenCall>(StringComparer.Ordinal);
        using var lines = new StreamReader(new MemoryStream(log));
        while (lines.ReadLine() is { } line)
        {
            using var told = JsonDocument.Parse(line);
            if (told.RootElement.TryGetProperty("callSid", out var sid))
                Tell(calls, sid.GetString()!, told.RootElement);
        }
        return [.. calls.Values];
    }

    public override string ToString() => $"{Sid} ended by {EndedBy ?? "nobody"}, talked: {Talked}, {string.Join("; ", Warnings)}";

    private static void Tell(Dictionary<string, SeenCall> calls, string sid, JsonElement told)
    {
        var kind = told.GetProperty("kind").GetString();
        if (kind == "dialled" && told.GetProperty("to").GetString() == "211")
            calls.Add(sid, new SeenCall(sid));
        if (!calls.TryGetValue(sid, out var call))
            return;
        if (kind == "talking")
            call.Talked = true;
        else if (kind == "ended")
            call.EndedBy = told.GetProperty("by").GetString();
        else if (kind == "warning")
            call.Warnings = [.. call.Warnings, told.GetProperty("message").GetString()!];
    }
}
