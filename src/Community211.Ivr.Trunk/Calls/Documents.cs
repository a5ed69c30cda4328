using System.Xml;
using System.Xml.Linq;
using Community211.Ivr.Trunk.Verbs;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>Fetches and reads documents for live legs.</summary>
internal sealed class Documents(Hooks hooks)
{
    private const int MaxBytes = 64 * 1024;

    /// <summary>Twilio documents no limit for redirect loops in voice; this one is the trunk's own.</summary>
    public const int MaxFetchesWithoutTime = 100;

    /// <param name="leg">Whose.</param>
    /// <param name="source">From where.</param>
    /// <param name="kind">Which verbs it may hold.</param>
    /// <param name="context">Parameters of the place where the leg is.</param>
    /// <param name="token">Gives up waiting for the answer; the leg's own when absent.</param>
    public async Task<Document> Fetch(Leg leg, Source source, DocumentKind kind, Form? context = null, CancellationToken? token = null)
    {
        if (source is TextSource text)
        {
            leg.Story.Tell("document", ("twiml", text.Twiml));
            return Read(leg, text.Twiml, "", "POST", kind);
        }
        var from = (UrlSource)source;
        try
        {
            return await Time.Signal.Of(FetchUrl(leg, from, kind, context), token ?? leg.Token);
        }
        catch (CarrierFailure failure) when (from.IsFallback)
        {
            failure.Tell(leg);
            throw failure.AsOfFallback();
        }
    }

    private async Task<Document> FetchUrl(Leg leg, UrlSource source, DocumentKind kind, Form? context)
    {
        if (++leg.FetchesWithoutTime > MaxFetchesWithoutTime && !source.IsFallback)
        {
            var loop = new CarrierFailure(12400, $"A loop: {MaxFetchesWithoutTime} documents were fetched without any time passing on the call.", source.Url) { IsLoop = true };
            loop.Tell(leg);
            throw loop;
        }
        var form = CallParameters.Of(leg).With(context).With(source.Extra);
        if (form.Exists(field => field.Key is "Digits" or "SpeechResult") && source.Method.Equals("GET", StringComparison.OrdinalIgnoreCase))
            form.Add("msg", "Gather End");
        var answer = await hooks.Ask(leg, source.Method, source.Url, form, source.AfterSending);
        if (answer.ErrorCode is { } code)
            throw Fail(leg, code, answer.Error ?? "", source.Url);
        if (answer.Status is < 200 or > 299)
            throw Fail(leg, 11217, $"The answer was {answer.Status}.", source.Url);
        if (answer.Body.Length > MaxBytes)
            throw Fail(leg, 11750, "The document is longer than 64 kB.", source.Url);
        return Read(leg, answer, source.Method, kind);
    }

    private static Document Read(Leg leg, WebhookAnswer answer, string method, DocumentKind kind)
    {
        var type = answer.ContentType?.Split(';', 2)[0].Trim().ToUpperInvariant() ?? "";
        if (type.StartsWith("AUDIO/", StringComparison.Ordinal))
            return new Document(answer.Url, method, kind, [new Play(answer.Url, 1, null)], []);
        if (type is not ("TEXT/XML" or "APPLICATION/XML" or "TEXT/HTML" or "TEXT/PLAIN"))
        {
            if (answer.Body.Length == 0)
                throw Fail(leg, 11770, "The answer is empty.", answer.Url);
            throw Fail(leg, 12300, $"Content-Type '{answer.ContentType ?? "none"}' is no document: send text/xml.", answer.Url);
        }
        if (answer.Body.Length == 0)
            throw Fail(leg, 11770, "The answer is empty.", answer.Url);
        if (Encodings.OfType(answer.ContentType) is { } charset)
            leg.Story.Warn(DocumentWarning.Schema, charset);
        return type == "TEXT/PLAIN" && !IsTwiml(answer.Text)
            ? new Document(answer.Url, method, kind, [new Say(answer.Text, "en-US", "", 1)], [])
            : Read(leg, answer.Text, answer.Url, method, kind);
    }

    // "text/plain → TwiML if it parses, otherwise read aloud"
    private static bool IsTwiml(string text)
    {
        try
        {
            return XDocument.Parse(text).Root?.Name.LocalName == "Response";
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static Document Read(Leg leg, string twiml, string url, string method, DocumentKind kind)
    {
        try
        {
            var document = DocumentReader.Read(twiml, url, method, kind);
            foreach (var warning in document.Warnings)
                leg.Story.Warn(warning.Code, warning.Text);
            return document;
        }
        catch (CarrierFailure failure)
        {
            failure.Tell(leg);
            throw;
        }
    }

    private static CarrierFailure Fail(Leg leg, int code, string message, string url)
    {
        var failure = new CarrierFailure(code, message, url);
        failure.Tell(leg);
        return failure;
    }
}
