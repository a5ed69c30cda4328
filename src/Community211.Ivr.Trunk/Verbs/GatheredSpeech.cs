using System.Globalization;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>What a caller says to a Gather, word by word: partial results while they speak, the whole once they stopped.</summary>
internal sealed class GatheredSpeech(Turn turn, Ear ear, Gather gather)
{
    // "neither presence nor accuracy guaranteed": one in so many has no Confidence.
    private const int WithoutConfidence = 16;
    private readonly List<string> said = [];
    private TimeSpan spoken;
    private Task lastPartial = Task.CompletedTask;
    private int partials;

    public async Task<Form> Hear(string words)
    {
        for (string? more = words; more is not null; more = await More())
        {
            if (!await Speak(more))
                break;
        }
        var random = turn.Leg.Random;
        var form = new Form { { "SpeechResult", Result() } };
        if (random.Next(WithoutConfidence) != 0)
            form.Add("Confidence", (0.5 + (random.NextDouble() / 2)).ToString("0.0######", CultureInfo.InvariantCulture));
        return form;
    }

    /// <summary>False: maxSpeechTime is over, what comes after it is not recognised.</summary>
    private async Task<bool> Speak(string words)
    {
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var length = Spoken.Length(word, turn.Leg.SpeakingRate, TimeSpan.Zero);
            if (spoken + length > gather.MaxSpeechTime)
                return false;
            spoken += length;
            await turn.Leg.Pass(length, turn.Token);
            said.Add(word);
            Partial();
        }
        return spoken < gather.MaxSpeechTime;
    }

    /// <summary>Speech ends after so much silence; keys do not count any more: the caller speaks.</summary>
    private async Task<string?> More()
    {
        var until = turn.Leg.Clock.Now + gather.SpeechTimeout;
        while (await Hearing.Next(turn, ear, until - turn.Leg.Clock.Now) is { } heard)
        {
            if (heard.Words is { } words)
                return words;
        }
        return null;
    }

    /// <summary>"partialResultCallback ... its answer is ignored". One request after the other, the caller does not wait for them.</summary>
    private void Partial()
    {
        if (gather.PartialResultCallback is not { } callback)
            return;
        var form = CallParameters.Of(turn.Leg).With(new Form
        {
            { "UnstableSpeechResult", Result() },
            { "StableSpeechResult", "" },
            { "Stability", "0.5" },
            { "SequenceNumber", (partials++).ToString(CultureInfo.InvariantCulture) },
        });
        lastPartial = After(lastPartial, turn.Document.Resolve(callback), form);
    }

    private async Task After(Task before, string url, Form form)
    {
        await before;
        await turn.Exchange.Hooks.Report(turn.Leg, gather.PartialResultMethod, url, form);
    }

    private string Result() => gather.ProfanityFilter ? Profanity.Mask(string.Join(' ', said)) : string.Join(' ', said);
}
