using System.Globalization;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Log;

namespace Community211.Ivr.Trunk.People;

/// <summary>Holds what was expected of a call against what the trunk wrote down of it.</summary>
internal sealed class Witness(Exchange exchange, Leg call, Expectation expected, IReadOnlyList<string> left)
{
    private readonly LogEntry[] entries = [.. call.Story.Lines.Select(line => new LogEntry(JsonNode.Parse(line)!.AsObject()))];

    /// <summary>What did not come true, a sentence each.</summary>
    public IReadOnlyList<string> Unmet() => [.. Reached(), .. Whom(), .. Times(), .. Asked(), .. Heard(), .. Told(), .. Ended()];

    // Whoever called us is no person who was reached.
    private LogEntry[] Talks => [.. Of("talking").Where(talk =>
        talk.Text("leg") is { } sid && exchange.Find(sid) is { Direction: not LegDirection.Inbound, Person.CanHelp: true })];

    private IEnumerable<string> Reached()
    {
        if (expected.Reaches is not { } wanted)
            yield break;
        var (person, line) = (Talks.FirstOrDefault(), Of("queued").FirstOrDefault());
        var reached = person is not null ? "person" : line is not null ? "line" : "nobody";
        if (reached != wanted)
            yield return $"The caller was to reach {ExpectationWords.Way(wanted)} and reached {ExpectationWords.Way(reached)}.";
        else if (expected.Within is { } within && (person ?? line)?.Seconds is { } seconds && seconds > within)
            yield return string.Create(CultureInfo.InvariantCulture, $"The caller was to reach {ExpectationWords.Way(wanted)} within {within:0.#} s, and did after {seconds:0.#} s.");
    }

    private IEnumerable<string> Whom()
    {
        if (expected.Number is { } number && Of("dialled").FirstOrDefault()?.Text("number") is var came && came != number)
            yield return $"The call was to come to {number} and came to {came ?? "no number"}.";
        if (expected.With is { } with && Talks.LastOrDefault()?.Text("with") is var whom && !with.Any(start => whom?.StartsWith(start, StringComparison.Ordinal) == true))
            yield return $"The caller was to talk with {string.Join(" or ", with)} and talked with {whom ?? "nobody"}.";
    }

    private IEnumerable<string> Times()
    {
        var people = Talks.Select(talk => talk.Text("with")).Distinct().Count();
        if (expected.People is { } wanted && wanted != people)
            yield return $"The caller was to talk with {wanted} different people and talked with {people}.";
        var lines = Of("queued").Count();
        if (expected.Lines is { } times && times != lines)
            yield return $"The caller was to be put in line {ExpectationWords.Times(times)} and was {ExpectationWords.Times(lines)}.";
    }

    private IEnumerable<string> Asked()
    {
        var asked = entries.TakeWhile(one => !one.Is("queued") && !one.Is("talking")).Count(one => one.Is("gather"));
        if (expected.Asked is { } times && times != asked)
            yield return $"The caller was to be asked {ExpectationWords.Times(times)} before there is a line or a person and was {ExpectationWords.Times(asked)}.";
        if (expected.KeysEnough && Of("gather").Any(one => one.Text("input") == "speech"))
            yield return "The caller was never to be asked for words alone and was.";
    }

    private IEnumerable<string> Heard()
    {
        var said = Of("hears").Where(one => one["from"] is null).Select(one => one.Text("text") ?? "").ToArray();
        foreach (var words in expected.Heard.Where(words => !Contain(said, words)))
            yield return $"The caller was to hear \"{words}\" and never did.";
        foreach (var words in expected.NeverHeard.Where(words => Contain(said, words)))
            yield return $"The caller was never to hear \"{words}\" and did.";
    }

    private IEnumerable<string> Told()
    {
        string[] told = [.. Of("webhook").SelectMany(one => new[] { one.Field("Digits"), one.Field("SpeechResult"), one.Field("UnstableSpeechResult") }).OfType<string>()];
        foreach (var one in expected.Entered.Where(one => !told.Contains(one)))
            yield return $"The service was to get \"{one}\" from the caller and never did.";
        foreach (var one in expected.NeverTold.Where(one => Contain(told, one)))
            yield return $"The service was never to get \"{one}\" from the caller and did.";
    }

    private IEnumerable<string> Ended()
    {
        foreach (var one in left)
            yield return $"Nobody was to be left on the line, and {one}.";
        if (expected.EndedBy is { } by && Of("ended").FirstOrDefault()?.Text("by") is var who && (who is null || !by.Contains(who)))
            yield return $"The call was to be ended by the {string.Join(" or ", by)} and was ended by the {who ?? "nobody"}.";
    }

    private IEnumerable<LogEntry> Of(string kind) => entries.Where(one => one.Is(kind));

    private static bool Contain(string[] said, string words) => Array.Exists(said, text => text.Contains(words, StringComparison.OrdinalIgnoreCase));
}
