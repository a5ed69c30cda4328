using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <summary>Calls in the words of those who ask about them.</summary>
public static class CallWords
{
    /// <summary>A line of the list of calls.</summary>
    public static string Summary(CallState state) => string.Join(
        " · ",
        new[] { state.Flow.Region ?? "region unknown", state.Flow.Language ?? "language unknown", Lower(state.Flow.Priority), Lower(state.Phase), state.AnsweredBy }
            .Where(w => w is not null));

    /// <summary>A reason as a sentence.</summary>
    public static string Sentence(Reason reason)
    {
        string A(string name) => reason.Arguments.GetValueOrDefault(name, "");
        return reason.Code switch
        {
            "region-by-dialled-number" => $"Region {A("region")}: the number dialled, {A("number")}, is that region's.",
            "region-by-caller-number" => $"Region {A("region")}: the caller's exchange is in {A("town")}.",
            "region-by-postal-code" => $"Region {A("region")}: the caller's postal code is there.",
            "region-unknown" => $"Region still unknown: {A("sources")} did not tell.",
            "postal-code-ambiguous" => $"The keys fit several postal areas ({A("areas")}): the caller is asked which.",
            "region-by-agent" => $"Region {A("region")}: {A("agent")} says so.",
            "language-by-agent" => $"Language {A("language")}: {A("agent")} says so.",
            "priority-by-agent" => $"{A("agent")} says that it is {A("priority")}{(A("why") is { Length: > 0 } why ? $": {why}" : "")}.",
            "noted-met" => $"{A("agent")} noted: {A("need")}, met.",
            "noted-unmet" => $"{A("agent")} noted: {A("need")}, not met ({A("why")}).",
            "noted-no-need" => $"{A("agent")} noted: no need ({A("code")}).",
            "imminent-risk" => $"Imminent risk: {A("step")} by {A("by")}.",
            "language-chosen" => $"Language {A("language")}: the caller chose it.",
            "language-unknown" => "Language unknown: the caller did not say; messages are in all languages.",
            "need" => $"Need {A("need")} ({A("urgency")}).",
            "key-always" => $"The caller pressed a key that always works: {A("step")}.",
            "crisis-words" => "The caller said words that mean crisis.",
            "chosen" => $"The caller chose {A("step")}.",
            "answered" => $"The caller answered to {A("name")}: {A("value")}.",
            "calendar-open" => $"The calendar {A("calendar")} is open.",
            "calendar-closed" => $"The calendar {A("calendar")} is closed.",
            "callback-booked" => "The caller is called back in their turn.",
            "callback-unavailable" => "Nobody can be called back here: the caller is not promised it.",
            "transfer" => $"Brought to {A("to")}, as the caller chose.",
            "transfer-over" => $"Back from {A("to")}.",
            "transfer-failed" => $"{A("to")} was not reached.",
            "in-line" => $"In line: {A("queue")}.",
            "asked-for-person" => "The caller asked for a person only: nothing more is asked, the place is kept.",
            "stays-in-crisis-line" => "The caller stays in the crisis line.",
            "finished" => "The talk is over.",
            "offer" => $"Offered to {A("to")}.",
            "instead-of" => $"Not {A("other")}: {OfferWords.WhyNot(reason)}.",
            _ when OfferWords.Why(reason) is { } why => $"{char.ToUpperInvariant(why[0])}{why[1..]}.",
            "offer-in-vain" => $"{A("to")} did not take the call ({A("end")}).",
            "last-agent-kept" => $"{A("agent")} is the last one there and is not set away.",
            "accepted" => $"{A("by")} accepted.",
            "wait-foreseen" => A("late").StartsWith('-') ? $"{A("late")[1..]} s sooner than the caller was told at first." : $"{A("late")} s later than the caller was told at first.",
            "accepted-while-ringing" => $"{A("by")} accepted at the desk, and the telephone rings.",
            "cut-off-before" => $"Cut off a moment ago (call {A("call")}): keeps the time of that call.",
            "called-in" => $"{A("by")} calls {A("to")} in; the caller is on hold.",
            "consult-in-vain" => $"{A("to")} was called in in vain ({A("end")}): the caller is back with the agent.",
            "consult-in-room" => $"{A("who")} is in the room.",
            "consult-over" => $"{A("who")} is no longer there ({A("why")}): the caller is back with the agent.",
            "hand-over-failed" => $"The carrier could not leave the caller to {A("to")}: everyone stays.",
            "handed-over" => $"{A("by")} left the caller to {A("to")}.",
            "passed-on" => $"{A("by")} passed the caller on to {A("to")}{(A("from").Length > 0 ? $" from {A("from")}" : "")}: first in line there.",
            "ended-at-desk" => $"{A("agent")} ended the talk.",
            "talking" => $"Talking with {A("with")}.",
            "agent-lost" => $"{A("agent")} was lost ({A("why")}): the caller is first in line again.",
            "line-failed" => $"The carrier could not keep the caller in its queue ({A("result")}).",
            "outside-line" => $"Brought to the ten-digit line of {A("line")} ({A("why")}).",
            "swept" => $"The sweep found a difference: {A("difference")}.",
            "ended" => $"Ended by {A("by").ToLowerInvariant()}.",
            _ => $"{reason.Code}: {string.Join(", ", reason.Arguments.Select(a => $"{a.Key} {a.Value}"))}.",
        };
    }

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
