using System.Threading.Channels;

namespace Community211.Ivr.Calls;

/// <summary>Wakes the workers when there is something for them. A signal too many costs a look, one too few is found by the next timer.</summary>
public sealed class CallSignals
{
    private readonly Channel<bool> _commands = Create();
    private readonly Channel<bool> _due = Create();
    private readonly Channel<bool> _floor = Create();

    public ChannelReader<bool> Commands => _commands.Reader;

    public ChannelReader<bool> Due => _due.Reader;

    public ChannelReader<bool> Floor => _floor.Reader;

    public void WakeCommands() => _commands.Writer.TryWrite(true);

    public void WakeDue() => _due.Writer.TryWrite(true);

    public void WakeFloor() => _floor.Writer.TryWrite(true);

    private static Channel<bool> Create() => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
}
