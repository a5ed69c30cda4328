using Community211.Ivr.Trunk.Verbs;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>A document is run top to bottom; what a verb decides ends it.</summary>
internal static class DocumentRunner
{
    public static async Task<Outcome> Run(Turn turn)
    {
        foreach (var verb in turn.Document.Verbs)
        {
            turn.Token.ThrowIfCancellationRequested();
            if (verb.Answers)
                turn.Exchange.Life.Answer(turn.Leg);
            VerbLine.Tell(turn, verb);
            if (await verb.Run(turn) is var outcome and not NextOutcome)
                return outcome;
        }
        return Outcome.Next;
    }
}
