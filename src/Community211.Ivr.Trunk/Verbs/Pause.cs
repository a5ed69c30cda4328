using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

internal sealed record Pause(int Seconds) : IVerb
{
    public static readonly VerbDefinition Definition = VerbDefinition.Of("Pause", Parse, "length");

    public async Task<Outcome> Run(Turn turn)
    {
        turn.Leg.Story.Tell("silence", ("seconds", Seconds));
        await turn.Leg.Pass(TimeSpan.FromSeconds(Seconds), turn.Token);
        return Outcome.Next;
    }

    private static Pause Parse(VerbElement element) => new(element.Whole("length", 1, 0, 14400, 13910));
}
