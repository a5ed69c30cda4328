using System.Threading.Channels;

namespace Community211.Ivr.Calls;

/// <summary>Wakes the workers when there is something for them. A signal too many costs a look, one too few is found by the next timer.</summary>
public sealed class CallSignals
{
    private readonly Channel<bool> _commands = Create();
    private readonly Channel<bool> _due = Create();
    private readonly Channel<bool> _floor = Create();
    private readonly Channel<bool> _alerts = Create();
    private TaskCompletionSource _change = Change();

    public ChannelReader<bool> Commands => _commands.Reader;

    public ChannelReader<bool> Due => _due.Reader;

    public ChannelReader<bool> Floor => _floor.Reader;

    public ChannelReader<bool> Alerts => _alerts.Reader;

    /// <summary>Over as soon as anything changes on the floor. Take it before you look, so that no change falls between.</summary>
    public Task NextChange => Volatile.Read(ref _change).Task;

    public void WakeCommands() => _commands.Writer.TryWrite(true);

    public void WakeDue() => _due.Writer.TryWrite(true);

    public void WakeFloor()
    {
        _floor.Writer.TryWrite(true);
        Interlocked.Exchange(ref _change, Change()).TrySetResult();
    }

    public void WakeAlerts()
    {
        _alerts.Writer.TryWrite(true);
        Interlocked.Exchange(ref _change, Change()).TrySetResult();
    }

    private static TaskCompletionSource Change() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static Channel<bool> Create() => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
}
