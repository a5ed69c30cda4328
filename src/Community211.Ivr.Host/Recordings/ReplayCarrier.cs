using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Host.Recordings;

/// <summary>Replies as the carrier did when the call was recorded, and when it did. What was not asked then is done at once.</summary>
internal sealed class ReplayCarrier(ImmutableArray<RecordedRequest> recorded, TimeProvider clock) : ICarrier
{
    private readonly List<RecordedRequest> _left = [.. recorded.Where(r => r.Reply is not null)];
    private TaskCompletionSource _asked = New();
    private TaskCompletionSource? _due;

    /// <summary>When the reply that is waited for comes; null when none is.</summary>
    public DateTimeOffset? ReplyAt { get; private set; }

    /// <summary>Is over when a request waits for its reply.</summary>
    public Task Asked => _asked.Task;

    public async Task<CarrierReply> Send(CarrierRequest request, CancellationToken stop)
    {
        var found = _left.Find(r => r.Request == request) ?? _left.Find(r => r.Request.GetType() == request.GetType());
        if (found is null)
            return new CarrierReply(CarrierOutcome.Done, Sid: null, Legs: []);
        _left.Remove(found);
        if (found.At > clock.GetUtcNow())
        {
            (ReplyAt, _due) = (found.At, New());
            _asked.SetResult();
            await _due.Task.WaitAsync(stop);
        }
        return found.Reply!;
    }

    /// <summary>The reply comes now.</summary>
    public void Reply()
    {
        var due = _due!;
        (ReplyAt, _due, _asked) = (null, null, New());
        due.SetResult();
    }

    public Task<CarrierView?> View(CancellationToken stop) => Task.FromResult<CarrierView?>(null);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
