using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Host.Recordings;

/// <summary>Replies as the carrier did when the call was recorded.</summary>
internal sealed class ReplayCarrier(ImmutableArray<RecordedRequest> recorded) : ICarrier
{
    private readonly List<RecordedRequest> _left = [.. recorded.Where(r => r.Reply is not null)];

    public Task<CarrierReply> Send(CarrierRequest request, CancellationToken stop)
    {
        var found = _left.Find(r => r.Request == request) ?? _left.Find(r => r.Request.GetType() == request.GetType());
        if (found is null)
            return Task.FromResult(new CarrierReply(CarrierOutcome.Done, Sid: null, Legs: []));
        _left.Remove(found);
        return Task.FromResult(found.Reply!);
    }

    public Task<CarrierView?> View(CancellationToken stop) => Task.FromResult<CarrierView?>(null);
}
