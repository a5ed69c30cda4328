using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Flows;
using Community211.Ivr.Flows.Steps;
using Community211.Ivr.Places;

namespace Community211.Ivr.Calls;

/// <summary>The number at which a caller is called back: the one that they entered last, else the one that they call from. Out of the vault.</summary>
public static class CalledNumber
{
    /// <summary>E.164; null when it was forgotten, or may not be called.</summary>
    public static async Task<string?> Of(IStore store, string call, CancellationToken stop)
    {
        string? number = null;
        foreach (var fact in await store.Facts(call, stop))
        {
            var happened = CallJson.ReadEvent(fact.Event, fact.Private);
            if (happened is CallArrived { Private.From: { } from })
                number = from;
            number = In(happened) ?? number;
        }
        return CallerNumber.IsOrdinary(number) ? number : null;
    }

    /// <summary>The number that was entered with an answer; null when none was.</summary>
    internal static string? In(CallEvent happened) =>
        happened is CallerAnswered { Taken: { } taken, Private.Digits: { } digits } && Meaning.Read(taken) is { Kind: MeaningKind.Outcome, Value: CallbackStep.Entered }
            ? $"+1{digits}"
            : null;
}
