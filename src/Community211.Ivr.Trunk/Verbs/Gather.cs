using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Verbs;

internal sealed record Gather : IVerb
{
    public static readonly VerbDefinition Definition = VerbDefinition.Of(
        "Gather", Parse,
        "input", "action", "method", "timeout", "speechTimeout", "numDigits", "finishOnKey", "actionOnEmptyResult", "language", "hints",
        "bargeIn", "profanityFilter", "speechModel", "enhanced", "partialResultCallback", "partialResultCallbackMethod", "maxSpeechTime", "debug");

    private const double DefaultTimeout = 5;
    private static readonly HashSet<string> Nested = ["Say", "Play", "Pause"];

    public required string Input { get; init; }

    public string? Action { get; init; }

    public required string Method { get; init; }

    public required TimeSpan Timeout { get; init; }

    public required TimeSpan SpeechTimeout { get; init; }

    public int? NumDigits { get; init; }

    public required string FinishOnKey { get; init; }

    public required bool ActionOnEmptyResult { get; init; }

    public required bool BargeIn { get; init; }

    public required IReadOnlyList<IVerb> Prompts { get; init; }

    public async Task<Outcome> Run(Turn turn)
    {
        var leg = turn.Leg;
        var ear = new Ear(Input.Contains("dtmf", StringComparison.Ordinal), Input.Contains("speech", StringComparison.Ordinal));
        leg.Story.Tell("gather", ("input", Input), ("timeout", Timeout.TotalSeconds), ("numDigits", NumDigits));
        leg.Ear = ear;
        try
        {
            leg.Person.Listening(leg, ear);
            await Prompt(turn, ear);
            return Answer(turn, await Collect(turn, ear));
        }
        finally
        {
            ear.IsOpen = false;
            if (leg.Ear == ear)
                leg.Ear = null;
        }
    }

    private async Task Prompt(Turn turn, Ear ear)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(turn.Token);
        if (BargeIn)
            ear.OnBegun = stop.Cancel;
        try
        {
            foreach (var verb in Prompts)
                await verb.Run(turn with { Token = stop.Token });
        }
        catch (OperationCanceledException) when (!turn.Token.IsCancellationRequested)
        {
            // The caller began to press or speak: the prompt stops and nothing else.
        }
        finally
        {
            ear.OnBegun = null;
        }
    }

    /// <summary>Null: nothing was entered (a finish key that came first counts as nothing).</summary>
    private async Task<Form?> Collect(Turn turn, Ear ear)
    {
        var digits = "";
        while (true)
        {
            if (await Hear(turn, ear) is not { } heard)
                return digits.Length == 0 ? null : Keys(digits, "");
            if (heard.Words is { } words)
                return await Speech(turn, words);
            if (heard.Key is { } key && FinishOnKey.Contains(key, StringComparison.Ordinal))
                return digits.Length == 0 ? null : Keys(digits, key.ToString());
            digits += heard.Key;
            if (digits.Length == NumDigits)
                return Keys(digits, "");
        }
    }

    private async Task<(char? Key, string? Words)?> Hear(Turn turn, Ear ear)
    {
        if (ear.TryNext(out var already))
            return already;
        var began = turn.Leg.Clock.Now;
        using (turn.Leg.Clock.Schedule(Timeout, ear.Wake, maySkip: !turn.Leg.Person.ByHand))
            await ear.More(turn.Token);
        if (turn.Leg.Clock.Now > began)
            turn.Leg.FetchesWithoutTime = 0;
        if (ear.TryNext(out var heard))
            return heard;
        turn.Leg.Story.Tell("silence", ("seconds", Timeout.TotalSeconds));
        return null;
    }

    private async Task<Form> Speech(Turn turn, string words)
    {
        await turn.Leg.Pass(Spoken.Length(words, turn.Leg.SpeakingRate) + SpeechTimeout, turn.Token);
        return new Form { { "SpeechResult", words }, { "Confidence", "0.9" } };
    }

    private static Form Keys(string digits, string finishedOn) => new() { { "Digits", digits }, { "FinishedOnKey", finishedOn } };

    private Outcome Answer(Turn turn, Form? result)
    {
        if (result is null && !ActionOnEmptyResult)
            return Outcome.Next;
        result ??= Input.Contains("dtmf", StringComparison.Ordinal) ? Keys("", "") : new Form { { "SpeechResult", "" } };
        return Outcome.Fetch(turn.Document.Resolve(Action), Method, result);
    }

    private static Gather Parse(VerbElement element)
    {
        element.WarnNotSimulated("partialResultCallback");
        return new Gather
        {
            Input = element.Attribute("input", "dtmf"),
            Action = element.Attribute("action"),
            Method = element.Attribute("method", "POST"),
            Timeout = TimeSpan.FromSeconds(element.Attribute("timeout") == "auto" ? DefaultTimeout : element.Whole("timeout", (int)DefaultTimeout)),
            SpeechTimeout = TimeSpan.FromSeconds(element.Attribute("speechTimeout") is null or "auto" ? 1 : element.Whole("speechTimeout", 1)),
            NumDigits = element.Attribute("numDigits") is null ? null : element.Whole("numDigits", int.MaxValue, 1),
            FinishOnKey = element.Attribute("finishOnKey", "#"),
            ActionOnEmptyResult = element.Flag("actionOnEmptyResult", false),
            BargeIn = element.Flag("bargeIn", true),
            Prompts = element.Reader.Verbs(element.Elements, Nested),
        };
    }
}
