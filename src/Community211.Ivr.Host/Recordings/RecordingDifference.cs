using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Host.Recordings;

/// <summary>Compares what was done outside, how the caller moved, and what it came to: a wrong transfer can hide behind the same TwiML.</summary>
internal static class RecordingDifference
{
    private const int MostTold = 3;

    public static IEnumerable<string> Between(Recording recorded, Recording now)
    {
        foreach (var difference in Lists("request to the carrier", Effects(recorded), Effects(now)))
            yield return difference;
        foreach (var difference in Lists("move", recorded.Moves.Select(Words), now.Moves.Select(Words)))
            yield return difference;
        var (before, after) = (CallJson.Write(recorded.Verdict), CallJson.Write(now.Verdict));
        if (before != after)
            yield return $"the verdict differs\n    recorded: {before}\n    now:      {after}";
    }

    /// <summary>Looking things up changes nothing outside and depends on timing.</summary>
    private static IEnumerable<string> Effects(Recording recording) => recording.Outside
        .Where(o => o.Reply is not null && o.Request is not (FindLeg or LookUpCall or LookUpRoom))
        .Select(o => o.Request switch
        {
            DialAgent dial => $"dial {dial.Number} from {dial.From} with offer {dial.Offer}, ring {dial.RingSeconds} s{(dial.Crisis ? ", crisis" : "")}",
            Dequeue dequeue => $"take the caller out of queue {dequeue.QueueSid} for room {dequeue.Epoch}",
            HangUpLeg hangUp => $"hang up {hangUp.Leg}",
            RecallLeg recall => $"tear {recall.Leg} out of the whisper",
            HoldCaller hold => hold.Held ? "put the caller on hold" : "take the caller off hold",
            SetExit exit => $"the room {(exit.Ends ? "ends" : "goes on")} without {exit.Leg}",
            ResumeCaller => "tear the caller out and give the current document",
            var other => other.ToString(),
        });

    private static string Words(RecordedMove move) => $"{move.Phase}, line {move.Queue ?? "none"}, {move.Priority}";

    private static IEnumerable<string> Lists(string what, IEnumerable<string> recorded, IEnumerable<string> now)
    {
        var (before, after) = (recorded.ToList(), now.ToList());
        var differing = Enumerable.Range(0, Math.Max(before.Count, after.Count)).Where(n => before.ElementAtOrDefault(n) != after.ElementAtOrDefault(n)).ToList();
        foreach (var n in differing.Take(MostTold))
            yield return $"{what} {n + 1} differs\n    recorded: {before.ElementAtOrDefault(n) ?? "(none)"}\n    now:      {after.ElementAtOrDefault(n) ?? "(none)"}";
        if (differing.Count > MostTold)
            yield return $"{what}: {differing.Count - MostTold} more differ";
    }
}
