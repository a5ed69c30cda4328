using System.Runtime.ExceptionServices;
using Community211.Ivr.Flows.Differences;

namespace Community211.Ivr.Host.Commands;

/// <summary>Compares many calls, on all cores; what is told does not depend on how many there are.</summary>
internal static class DiffRun
{
    private const int AtATime = 4096;

    public static async Task<DifferenceReport> Run(CallComparer comparer, IAsyncEnumerable<Func<CarriedCall>> calls, int examples, CancellationToken stop)
    {
        var all = new CallDifferences(examples);
        await foreach (var batch in calls.Chunk(AtATime).WithCancellation(stop))
        {
            var compared = new ComparedCall[batch.Length];
            try
            {
                Parallel.For(0, batch.Length, new ParallelOptions { CancellationToken = stop }, i => compared[i] = comparer.Compare(batch[i]()));
            }
            catch (AggregateException several)
            {
                ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
            }
            foreach (var call in compared)
                all.Add(call);
        }
        return all.Report();
    }
}
