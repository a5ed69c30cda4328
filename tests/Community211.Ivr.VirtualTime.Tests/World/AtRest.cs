namespace Community211.Ivr.VirtualTime.Tests.World;

/// <summary>Sees when the process has come to rest: no thread of the pool works, nothing is queued for one, nothing is being written.</summary>
internal static class AtRest
{
    public static void Wait(Func<int> unwritten)
    {
        var spin = new SpinWait();
        while (!IsNow(unwritten))
            spin.SpinOnce(sleep1Threshold: -1);
    }

    /// <summary>A thread that takes work is counted before the work leaves the queue, so the order of looking matters.</summary>
    private static bool IsNow(Func<int> unwritten) => unwritten() == 0 && NobodyWorks() && ThreadPool.PendingWorkItemCount == 0 && NobodyWorks() && unwritten() == 0;

    private static bool NobodyWorks()
    {
        ThreadPool.GetMaxThreads(out var most, out _);
        ThreadPool.GetAvailableThreads(out var free, out _);
        return most == free;
    }
}
