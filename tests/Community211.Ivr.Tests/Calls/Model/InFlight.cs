using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Tests.Calls.Model;

/// <summary>A request of ours on its way to the carrier and back. Continuations run where the reply is given, so that a run is the same each time.</summary>
internal sealed class InFlight(CarrierRequest request)
{
    private readonly TaskCompletionSource<CarrierReply> _answer = new();

    public CarrierRequest Request => request;

    /// <summary>Set once the carrier has done, or not done, what was asked.</summary>
    public CarrierReply? Reply { get; set; }

    public Task<CarrierReply> Answer => _answer.Task;

    public void Arrive() => _answer.SetResult(Reply!);
}
