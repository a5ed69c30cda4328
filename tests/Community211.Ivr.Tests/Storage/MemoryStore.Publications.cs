using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Tests.Storage;

/// <content>What is live, what was refused, and what staff opened.</content>
public sealed partial class MemoryStore
{
    private readonly Dictionary<string, Opening> openings = new(StringComparer.Ordinal);
    private ImmutableList<Publication> publications = [];
    private Refusal? refusal;

    public Task<PublishResult> Publish(PublicationWrite publication, int expectedNumber, CancellationToken stop) => Read(_ =>
    {
        var live = publications.LastOrDefault();
        if ((live?.Number ?? 0) != expectedNumber)
            return new PublishResult(false, live);
        if (!content.Revisions.ContainsKey(publication.Revision))
            content = content with { Revisions = content.Revisions.Add(publication.Revision, publication.Files) };
        var (revision, _, at, who, note, git) = publication;
        publications = publications.Add(new Publication(expectedNumber + 1, revision, at, who, note, git, live?.Revision));
        return new PublishResult(true, publications[^1]);
    });

    public Task<Publication?> LivePublication(CancellationToken stop) => Read(_ => publications.LastOrDefault());

    public Task<ImmutableArray<Publication>> Publications(int most, CancellationToken stop) =>
        Read(_ => publications.Reverse().Take(most).ToImmutableArray());

    public Task SaveRefusal(Refusal refusal, CancellationToken stop) => Read(_ => this.refusal = refusal);

    public Task<Refusal?> LastRefusal(CancellationToken stop) => Read(_ => refusal);

    public Task Open(Opening opening, CancellationToken stop) => Read(_ => openings[opening.Calendar] = opening);

    public Task<bool> Close(string calendar, DateTimeOffset at, string who, CancellationToken stop) => Read(_ =>
        openings.GetValueOrDefault(calendar) is { } open && open.From <= at && open.Until > at && openings.Remove(calendar));

    public Task<ImmutableArray<Opening>> Openings(DateTimeOffset now, CancellationToken stop) =>
        Read(_ => openings.Values.Where(o => o.Until > now).OrderBy(o => o.Calendar, StringComparer.Ordinal).ToImmutableArray());
}
