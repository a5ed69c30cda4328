using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>Everything that happened on the trunk, numbered; also appended to a file line by line: the witness of crash tests.</summary>
internal sealed partial class TrunkLog : IDisposable
{
    private const int Kept = 200_000;
    private static readonly UTF8Encoding Utf8 = new(false);
    private readonly Queue<(long Number, string Line)> lines = new();
    private readonly FileStream? file;
    private readonly ILogger<TrunkLog> logger;
    private readonly List<Channel<string>> listeners = [];
    private long last;

    public TrunkLog(string? path, ILogger<TrunkLog> logger)
    {
        this.logger = logger;
        if (path is null)
            return;
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        var cut = IsCut(path);
        // It shows whole webhooks, simulated callers' numbers among them: for its owner only. Unbuffered, a line is one write.
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        file = new FileStream(path, options);
        if (cut)
            file.Write("\n"u8);
    }

    public void Write(string? callSid, JsonObject told)
    {
        var entry = new JsonObject { ["n"] = ++last };
        if (callSid is not null)
            entry["callSid"] = callSid;
        foreach (var (name, value) in told)
        {
            if (!entry.ContainsKey(name))
                entry[name] = value?.DeepClone();
        }
        var line = entry.ToJsonString(Json.Relaxed);
        lines.Enqueue((last, line));
        if (lines.Count > Kept)
            lines.Dequeue();
        foreach (var listener in listeners)
            listener.Writer.TryWrite(line);
        file?.Write(Utf8.GetBytes(line + "\n"));
        if ((string?)told["kind"] == "warning")
            Warned(logger, callSid ?? "-", (int?)told["code"], Printable.Of((string?)told["message"]));
    }

    /// <summary>Something that belongs to no leg, or is not for those who listen to one.</summary>
    public void Tell(string? callSid, DateTimeOffset now, string kind, params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        var told = new JsonObject { ["at"] = Moment(now), ["kind"] = kind };
        foreach (var (name, value) in fields)
            told[name] = value;
        Write(callSid, told);
    }

    public static string Moment(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public IReadOnlyList<string> After(long number) => [.. lines.Where(line => line.Number > number).Select(line => line.Line)];

    /// <summary>Every line after that number (all of them when it is none of this log's: the trunk was started anew), then each as it is told.</summary>
    public Channel<string> Listen(long? after)
    {
        var channel = Channel.CreateUnbounded<string>();
        channel.Writer.TryWrite(new JsonObject { ["n"] = last, ["kind"] = "listening" }.ToJsonString(Json.Relaxed));
        foreach (var line in After(after > last ? 0 : after ?? last))
            channel.Writer.TryWrite(line);
        listeners.Add(channel);
        return channel;
    }

    public void Forget(Channel<string> listener) => listeners.Remove(listener);

    public void Dispose() => file?.Dispose();

    /// <summary>A process that was killed may have left half a line: the next one must not be glued to it.</summary>
    private static bool IsCut(string path)
    {
        if (!File.Exists(path))
            return false;
        using var before = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (before.Length == 0)
            return false;
        before.Seek(-1, SeekOrigin.End);
        return before.ReadByte() != '\n';
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{CallSid}: {Code} {Text}")]
    private static partial void Warned(ILogger logger, string? callSid, int? code, string? text);
}
