using Community211.Ivr.Trunk.Verbs;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>A document that is played into a room: "Play Say Pause Redirect", followed from redirect to redirect until it runs out.</summary>
internal static class RoomDocument
{
    public static async Task Run(Exchange exchange, Leg leg, UrlSource source, CancellationToken token)
    {
        while (true)
        {
            var document = await exchange.Documents.Fetch(leg, source, DocumentKind.Music, null, token);
            token.ThrowIfCancellationRequested();
            if (await DocumentRunner.Run(new Turn(exchange, leg, document, token)) is not GotoOutcome next)
                return;
            source = next.Source;
        }
    }
}
