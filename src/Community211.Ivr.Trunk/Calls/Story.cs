using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>What happened on one leg, told as JSON lines to whoever listens and to the trunk's log.</summary>
internal sealed class Story(string sid, TrunkLog log, Func<DateTimeOffset> now)
{
    private readonly List<string> lines = [];
    private readonly List<Channel<string>> listeners = [];
    private bool closed;

    /// <summary>Seconds since answer on the call's own clock.</summary>
    public Func<double> Seconds { get; set; } = static () => 0;

    public IReadOnlyList<string> Lines => lines;

    public void Tell(string kind, params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        var told = new JsonObject
        {
            ["at"] = now().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["t"] = Math.Round(Seconds(), 1),
            ["kind"] = kind,
        };
        foreach (var (name, value) in fields)
            told[name] = value;
        var line = told.ToJsonString(Json.Relaxed);
        lines.Add(line);
        foreach (var listener in listeners)
            listener.Writer.TryWrite(line);
        log.Write(sid, told);
    }

    public void Warn(int code, string message) => Tell("warning", ("code", code), ("message", message));

    /// <summary>All that was told so far and what will be, until the story is closed.</summary>
    public ChannelReader<string> Listen()
    {
        var channel = Channel.CreateUnbounded<string>();
        foreach (var line in lines)
            channel.Writer.TryWrite(line);
        if (closed)
            channel.Writer.TryComplete();
        else
            listeners.Add(channel);
        return channel.Reader;
    }

    public void Close()
    {
        closed = true;
        foreach (var listener in listeners)
            listener.Writer.TryComplete();
        listeners.Clear();
    }
}
