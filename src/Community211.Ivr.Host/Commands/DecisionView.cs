using System.Text.Json;
using Community211.Ivr.Host.Observing;

namespace Community211.Ivr.Host.Commands;

/// <summary>A decision for who reads it.</summary>
internal static class DecisionView
{
    public static IEnumerable<string> Lines(DecisionStory story)
    {
        yield return $"Decision {story.Id}, {story.At:yyyy-MM-dd HH:mm:ss}Z, flow revision {story.Revision}";
        yield return story.Behind == 0 ? "  Callers, as they are served:" : $"  Callers, as they are served; {story.Behind} more waited behind them and had no part in it:";
        foreach (var caller in story.Order)
            yield return $"  {caller.Place,4}. {caller.Call}  {Word(caller.Priority)}, {caller.Region ?? "region unknown"}, {caller.Language ?? "language unknown"}, {caller.Waited} s{(caller.AtHead ? ", lost an agent" : "")}: {caller.Outcome}";
        yield return story.Free.IsEmpty ? "  Nobody was free." : "  Free:";
        foreach (var agent in story.Free)
            yield return $"        {agent.Id}  {agent.Region}, {string.Join(' ', agent.Languages)}{(agent.Crisis ? ", crisis" : "")}, free for {agent.Idle} s";
        foreach (var offer in story.Offers)
        {
            yield return $"  {offer.Call}";
            foreach (var why in offer.Why)
                yield return $"        {why}";
        }
        foreach (var again in story.Again)
        {
            var by = again.Revision == story.Revision ? "its own rules" : $"the rules of {again.Revision}, which are live";
            yield return again.Same == true ? $"  Made again by {by}: the same offers." : again.Same == false ? $"  Made again by {by}: other offers." : $"  It cannot be made again by {by}.";
            foreach (var difference in again.Differences)
                yield return $"        {difference}";
        }
        yield return "";
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
