using Community211.Ivr.Carrier;
using Community211.Ivr.Flows;
using Community211.Ivr.Flows.Differences;
using Community211.Ivr.Places;

namespace Community211.Ivr.Host.Recordings;

/// <summary>A recording as a call that can be run through flows: what the caller did before the line.</summary>
internal static class CarriedRecording
{
    /// <param name="recording">The recording.</param>
    /// <param name="id">Name by which it is told.</param>
    /// <param name="area">How the numbering plan abbreviates the province.</param>
    public static CarriedCall Of(Recording recording, string id, string area)
    {
        var answers = new List<CarriedAnswer>();
        var turns = new HashSet<int>();
        var (numbered, inLine, first) = (true, false, true);
        RecordedWebhook? inbound = null;
        foreach (var webhook in recording.Webhooks)
        {
            var fields = new Fields(webhook);
            switch (CallerRequest.KindOf(webhook.Url, fields.Of, first))
            {
                case CallerRequestKind.Inbound:
                    inbound ??= webhook;
                    break;
                case CallerRequestKind.Answer when !inLine:
                    var turn = Urls.Read(webhook.Url)?.Answer;
                    numbered &= turn is not null;
                    if (turn is null || turns.Add(turn.Value))
                        answers.Add(new CarriedAnswer { Digits = RecordedWords.KeysOf(fields.Of) ?? "", Speech = RecordedWords.WordsOf(fields.Of) ?? "" });
                    break;
                case CallerRequestKind.InLine:
                    inLine = true;
                    break;
                case CallerRequestKind.End when !inLine && !answers.Exists(a => a.HungUp):
                    answers.Add(new CarriedAnswer { HungUp = true });
                    break;
            }
            first = false;
        }
        var call = new CarriedCall
        {
            Id = id,
            At = recording.Webhooks.IsEmpty ? recording.Until : recording.Webhooks[0].At,
            Conditions = recording.Conditions?.FirstOrDefault()?.Conditions ?? Conditions.Plain,
            Order = numbered ? AnswerOrder.EachTurn : AnswerOrder.WhenAsked,
            Answers = [.. answers],
        };
        if (recording.Gone is not null)
            return call with { Unusable = "its requests were forgotten with its private data" };
        if (inbound is null)
            return call with { Unusable = "its recording has no inbound request" };
        var of = new Fields(inbound);
        return call with { To = of.Of("To") ?? of.Of("Called"), Town = CallerNumber.Town(of.Of("From") ?? of.Of("Caller"), area) };
    }

    /// <summary>Fields of a webhook, of its form or of its URL.</summary>
    private readonly struct Fields(RecordedWebhook webhook)
    {
        public string? Of(string name)
        {
            foreach (var field in webhook.Form.IsEmpty ? UrlFields.Read(webhook.Url) : webhook.Form)
            {
                if (field.Key == name && field.Value.Length > 0)
                    return field.Value;
            }
            return null;
        }
    }
}
