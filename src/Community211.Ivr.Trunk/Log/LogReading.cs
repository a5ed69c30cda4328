using System.Text.Json;
using System.Text.Json.Nodes;

namespace Community211.Ivr.Trunk.Log;

/// <summary>A log as read: what could be read of it, and what is wrong with the rest. Whoever wrote it may have been killed.</summary>
internal sealed record LogReading(IReadOnlyList<LogEntry> Entries, IReadOnlyList<string> Notes)
{
    /// <summary>Not one line of it is of a trunk: more than a log whose first line was cut.</summary>
    public bool IsNoLog { get; private init; }

    public static LogReading OfFile(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var text = new StreamReader(file);
        return Of(Lines(text));
    }

    public static LogReading Of(IEnumerable<string> lines)
    {
        var (entries, wrong) = (new List<LogEntry>(), new List<int>());
        var (number, first) = (0, "");
        foreach (var line in lines)
        {
            number++;
            first = first.Length == 0 ? line : first;
            if (Parse(line) is { } entry)
                entries.Add(entry);
            else if (line.Length > 0)
                wrong.Add(number);
        }
        return new LogReading(entries, [.. wrong.Select(one => Note(one, one == number))])
        {
            IsNoLog = entries.Count == 0 && (wrong.Count > 1 || (wrong.Count == 1 && !first.StartsWith('{'))),
        };
    }

    private static string Note(int line, bool last) => last
        ? $"The log breaks off in line {line}: whoever wrote it ended in the middle of it. It is told up to there."
        : $"Line {line} is not readable and is left out: whoever wrote it ended in the middle of it, and was started again.";

    private static LogEntry? Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject told && told.ContainsKey("kind") ? new LogEntry(told) : null;
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Lines(StreamReader text)
    {
        while (text.ReadLine() is { } line)
            yield return line;
    }
}
