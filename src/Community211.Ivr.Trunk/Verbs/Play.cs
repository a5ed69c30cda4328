using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

internal sealed record Play(string Url, int Loop, string? Digits) : IVerb
{
    public static readonly VerbDefinition Definition = VerbDefinition.Of("Play", Parse, "loop", "digits");

    public async Task<Outcome> Run(Turn turn)
    {
        var leg = turn.Leg;
        if (Digits is { } digits)
        {
            var seconds = digits.Sum(digit => digit == 'w' ? 0.5 : digit == 'W' ? 1 : 0.2);
            leg.Story.Tell("plays", ("url", "digits:" + digits), ("seconds", seconds));
            await leg.Pass(TimeSpan.FromSeconds(seconds), turn.Token);
        }
        if (Url.Length == 0)
            return Outcome.Next;
        var url = turn.Document.Resolve(Url);
        var length = await Time.Signal.Of(turn.Exchange.Media.Length(url), turn.Token);
        for (var i = 0; i < Loop; i++)
        {
            leg.Story.Tell("plays", ("url", url), ("seconds", Math.Round(length.TotalSeconds, 1)));
            await leg.Pass(length, turn.Token);
        }
        return Outcome.Next;
    }

    private static Play Parse(VerbElement element) => new(element.Text, Loops.Of(element), element.Attribute("digits"));
}
