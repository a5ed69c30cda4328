using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

internal sealed record Say(string Text, string Language, string Voice, int Loop) : IVerb
{
    public static readonly VerbDefinition Definition = VerbDefinition.Of("Say", Parse, "voice", "language", "loop");

    public async Task<Outcome> Run(Turn turn)
    {
        var leg = turn.Leg;
        var length = Spoken.Length(Text, leg.SpeakingRate);
        for (var i = 0; i < Loop; i++)
        {
            leg.Story.Tell("hears", ("text", Text), ("language", Language), ("voice", Voice), ("seconds", Math.Round(length.TotalSeconds, 1)));
            await leg.Pass(length, turn.Token);
        }
        return Outcome.Next;
    }

    private static Say Parse(VerbElement element) =>
        new(element.Text, element.Attribute("language", "en-US"), element.Attribute("voice", ""), Loops.Of(element));
}
