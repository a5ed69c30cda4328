using Community211.Ivr.Trunk.Verbs;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>AnnounceUrl: asked for once and played to one participant, or to all, while the conference goes on.</summary>
internal sealed class Announcement(Exchange exchange, Conference room, Participant? only)
{
    public async Task Run(string url, string method)
    {
        var form = new Form { { "AnnounceUrl", url } };
        try
        {
            await Play(new UrlSource(url, method));
        }
        catch (CarrierFailure failure)
        {
            form.Add("ReasonAnnouncementFailed", failure.Message);
        }
        catch (OperationCanceledException)
        {
            form.Add("ReasonAnnouncementFailed", "Nobody was left to hear it.");
        }
        catch (Exception failure)
        {
            // A defect of the trunk must be seen.
            form.Add("ReasonAnnouncementFailed", "The trunk failed on this announcement: " + failure);
        }
        if (!room.IsOver)
            room.Report("announcement", form.Count == 1 ? "announcement-end" : "announcement-fail", only, form);
    }

    private IReadOnlyList<Participant> Audience => only is null ? [.. room.Participants] : room.Participants.Contains(only) ? [only] : [];

    private async Task Play(UrlSource source)
    {
        while (true)
        {
            if (Audience is not [var first, ..])
                throw new OperationCanceledException();
            var document = await exchange.Documents.Fetch(first.Leg, source, DocumentKind.Music, new Form { { "ConferenceSid", room.Sid }, { "FriendlyName", room.Name } }, first.Here);
            var outcomes = await Task.WhenAll(Audience.Select(one => Hear(one, document)));
            if (outcomes.OfType<GotoOutcome>().FirstOrDefault() is not { } next)
                return;
            source = next.Source;
        }
    }

    private async Task<Outcome> Hear(Participant one, Document document)
    {
        try
        {
            return await DocumentRunner.Run(new Turn(exchange, one.Leg, document, one.Here));
        }
        catch (OperationCanceledException)
        {
            return Outcome.Next;
        }
    }
}
