using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <summary>Is told what the service does as it does it, for figures. Implementations neither throw nor wait.</summary>
public interface ICallWatch
{
    /// <summary>An event of a call is durable.</summary>
    /// <param name="before">The call before it; null when it begins.</param>
    /// <param name="after">The call after it.</param>
    /// <param name="reasons">What was decided with it.</param>
    void Committed(CallState? before, CallState after, IReadOnlyCollection<Reason> reasons);

    /// <summary>A commit failed, and whether it was written is not known.</summary>
    void CommitFailed();

    /// <summary>The matching rule decided.</summary>
    /// <param name="inversions">Callers who were passed; 0 unless the rule is wrong.</param>
    /// <param name="took">The rule alone, without the store.</param>
    void Decided(int inversions, TimeSpan took);

    /// <summary>The carrier answered a request, or did not.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="reply">What came of it.</param>
    /// <param name="took">With the attempts that were repeated.</param>
    void CarrierAnswered(CarrierRequest request, CarrierReply reply, TimeSpan took);

    /// <summary>A timer fires.</summary>
    /// <param name="late">After it was due.</param>
    void Fires(TimeSpan late);
}
