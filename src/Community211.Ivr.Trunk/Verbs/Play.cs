using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

internal sealed record Play(string Url, int Loop, string? Digits) : IVerb
{
    public static readonly VerbDefinition Definition = VerbDefinition.Of("Play", Parse, "loop", "digits");

    // "Play ≤ 40 min"
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(40);

    public async Task<Outcome> Run(Turn turn)
    {
        var leg = turn.Leg;
        if (Digits is { } digits)
        {
            leg.Story.Tell("plays", ("url", "digits:" + digits), ("seconds", SentDigits.Length(digits).TotalSeconds));
            await SentDigits.Send(leg, digits, turn.Token);
        }
        if (Url.Length == 0)
            return Outcome.Next;
        var url = turn.Document.Resolve(Url);
        if (await Length(turn, url) is not { } length)
            return Outcome.Next;
        for (var i = 0; i < Loop; i++)
        {
            leg.Story.Tell("plays", ("url", url), ("seconds", Math.Round(length.TotalSeconds, 1)));
            await leg.Pass(length, turn.Token);
        }
        return Outcome.Next;
    }

    /// <summary>Null: there is nothing to play. The code is told, the caller hears nothing, the call goes on with the next verb.</summary>
    private static async Task<TimeSpan?> Length(Turn turn, string url)
    {
        var own = Uri.TryCreate(turn.Document.Url, UriKind.Absolute, out var here) && Uri.TryCreate(url, UriKind.Absolute, out var there)
            && here.Authority == there.Authority;
        var found = await Time.Signal.Of(turn.Exchange.Media.Find(url, own), turn.Token);
        if (found.Code is { } code)
        {
            turn.Leg.Story.Warn(code, $"{url} cannot be played: {found.Error}");
            return null;
        }
        if (found.Length <= Longest)
            return found.Length;
        turn.Leg.Story.Warn(DocumentWarning.Schema, $"{url} is longer than 40 minutes: only those are played.");
        return Longest;
    }

    private static Play Parse(VerbElement element)
    {
        var digits = element.Attribute("digits") is { Length: > 0 } given ? given : null;
        if (digits is not null && !SentDigits.AreValid(digits))
        {
            element.Warn(13430, $"<Play digits=\"{digits}\">: 0-9, *, #, w (half a second) and W (a second) are allowed; nothing is sent.");
            digits = null;
        }
        if (element.Text.Length == 0 && element.Attribute("digits") is null)
            element.Warn(DocumentWarning.Schema, "<Play> without a URL: nothing is played.");
        return new Play(element.Text, Loops.Of(element, 13410), digits);
    }
}
