using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>Listens for keys, speech or both while its nested verbs are heard and afterwards. Its attributes: <see cref="GatherParser"/>.</summary>
internal sealed record Gather : IVerb
{
    public static readonly VerbDefinition Definition = VerbDefinition.Of(
        "Gather", GatherParser.Parse,
        "input", "action", "method", "timeout", "speechTimeout", "numDigits", "finishOnKey", "actionOnEmptyResult", "language", "hints",
        "bargeIn", "profanityFilter", "speechModel", "enhanced", "partialResultCallback", "partialResultCallbackMethod", "maxSpeechTime", "debug");

    public required string Input { get; init; }

    public string? Action { get; init; }

    public required string Method { get; init; }

    public required TimeSpan Timeout { get; init; }

    public required TimeSpan SpeechTimeout { get; init; }

    public required TimeSpan MaxSpeechTime { get; init; }

    public int? NumDigits { get; init; }

    public required string FinishOnKey { get; init; }

    public required bool ActionOnEmptyResult { get; init; }

    public required bool BargeIn { get; init; }

    public required bool ProfanityFilter { get; init; }

    public string? PartialResultCallback { get; init; }

    public required string PartialResultMethod { get; init; }

    public required IReadOnlyList<IVerb> Prompts { get; init; }

    private bool TakesKeys => Input.Contains("dtmf", StringComparison.Ordinal);

    public async Task<Outcome> Run(Turn turn)
    {
        var leg = turn.Leg;
        var ear = new Ear(TakesKeys, Input.Contains("speech", StringComparison.Ordinal));
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
        ear.OnKey = _ => stop.Cancel();
        // "bargeIn: Stop playing media upon speech"; a key press always does.
        ear.OnWords = BargeIn ? stop.Cancel : null;
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
            (ear.OnKey, ear.OnWords) = (null, null);
        }
    }

    /// <summary>Null: nothing was entered (a finish key that came first counts as nothing).</summary>
    private async Task<Form?> Collect(Turn turn, Ear ear)
    {
        var digits = "";
        while (true)
        {
            if (await Hearing.Next(turn, ear, Timeout) is not { } heard)
            {
                turn.Leg.Story.Tell("silence", ("seconds", Timeout.TotalSeconds));
                return digits.Length == 0 ? null : Keys(digits, "");
            }
            // "With both inputs the first one wins": words after a key are not recognised.
            if (heard.Words is { } words)
            {
                if (digits.Length == 0)
                    return await new GatheredSpeech(turn, ear, this).Hear(words);
                continue;
            }
            if (heard.Key is { } key && FinishOnKey.Contains(key, StringComparison.Ordinal))
                return digits.Length == 0 ? null : Keys(digits, key.ToString());
            digits += heard.Key;
            if (digits.Length == NumDigits)
                return Keys(digits, "");
        }
    }

    private static Form Keys(string digits, string finishedOn) => new() { { "Digits", digits }, { "FinishedOnKey", finishedOn } };

    private Outcome Answer(Turn turn, Form? result)
    {
        if (result is null && !ActionOnEmptyResult)
            return Outcome.Next;
        result ??= TakesKeys ? Keys("", "") : new Form { { "SpeechResult", "" } };
        return Outcome.Fetch(turn.Document.Resolve(Action), Method, result);
    }
}
