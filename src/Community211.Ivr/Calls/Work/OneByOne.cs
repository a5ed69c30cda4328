using System.Diagnostics.CodeAnalysis;

namespace Community211.Ivr.Calls.Work;

/// <summary>Does several things of which each may fail: one that does keeps no other from being done.</summary>
internal sealed class OneByOne(CancellationToken stop)
{
    private readonly List<Exception> _failures = [];

    /// <summary>Whether it was done.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "What failed is thrown once the others are done.")]
    public async Task<bool> Do(Func<Task> one)
    {
        try
        {
            await one();
            return true;
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            _failures.Add(problem);
            return false;
        }
    }

    /// <exception cref="AggregateException">Something failed.</exception>
    public void ThrowIfAnyFailed()
    {
        if (_failures.Count > 0)
            throw new AggregateException(_failures);
    }
}
