namespace Community211.Ivr.EndToEnd.Tests.Drivers;

/// <summary>How long a test waits for a signal before it fails; generous, since nothing waits for all of it.</summary>
internal static class Patience
{
    public static readonly TimeSpan Most = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks again until the answer is what is wanted: for what nobody announces.</summary>
    public static async Task<T> Until<T>(Func<Task<T>> ask, Func<T, bool> wanted, string what)
    {
        using var limit = new CancellationTokenSource(Most);
        using var timer = new PeriodicTimer(BetweenLooks);
        while (true)
        {
            var found = await ask();
            if (wanted(found))
                return found;
            try
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"{what} did not come true within {Most.TotalSeconds} s; last seen: {found}");
            }
        }
    }

    /// <summary>The task's result, or a failure that says what was waited for.</summary>
    public static Task<T> Of<T>(Task<T> task, string what, TimeSpan? most = null) => Of(task, () => what, most);

    /// <summary>The task's result, or a failure that says, with what is known by then, what was waited for.</summary>
    public static async Task<T> Of<T>(Task<T> task, Func<string> what, TimeSpan? most = null)
    {
        try
        {
            return await task.WaitAsync(most ?? Most, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{what()} did not happen within {(most ?? Most).TotalSeconds} s.");
        }
    }
}
