using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <summary>
/// Has a number forgotten: the private parts of every call from it, for good; what happened and what was decided stays. Not while
/// somebody may still need it. What was done is kept without the number.
/// </summary>
public sealed class Forgetting(IStore store, TimeProvider clock)
{
    private const int MostWho = 100;

    /// <param name="number">E.164.</param>
    /// <param name="who">Who wants it forgotten; cut at 100 characters.</param>
    /// <param name="stop">Gives up between two calls: the rest can be forgotten by asking again.</param>
    /// <returns>How many calls lost something; or why nothing was forgotten.</returns>
    public async Task<(int Calls, string? WhyNot)> Forget(string number, string who, CancellationToken stop)
    {
        var calls = await store.CallsFrom(number, DateTimeOffset.MinValue, stop);
        foreach (var call in calls)
        {
            if (await store.LoadCall(call, stop) is { } stored && WhyNot(CallJson.Read<CallState>(stored.Snapshot)) is { } whyNot)
                return (0, whyNot);
        }
        var forgotten = 0;
        foreach (var call in calls)
            forgotten += await store.Forget(call, stop) ? 1 : 0;
        await store.AddForgotten(new Forgotten(clock.GetUtcNow(), who.Length > MostWho ? who[..MostWho] : who, forgotten), stop);
        return (forgotten, null);
    }

    private static string? WhyNot(CallState state) =>
        state.Risk is { } risk ? $"A case of imminent risk is open for {state.Sid}, since {risk.At:yyyy-MM-dd HH:mm}Z: nothing was forgotten. Close it first as {string.Join(", ", RiskSteps.Ends)}."
        : state.Phase != CallerPhase.Ended ? $"{state.Sid} is live: nothing was forgotten. Ask again once the call is over."
        : state.Flow.CallbackAt is { } asked && !state.Talks.Any(t => t.From > asked) ? $"{state.Sid} has a callback booked: nothing was forgotten. Ask again once the caller was called back."
        : null;
}
