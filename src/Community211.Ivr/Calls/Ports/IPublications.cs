using System.Collections.Immutable;

namespace Community211.Ivr.Calls.Ports;

/// <summary>Which revision is live, since when and by whom; what was live before, and what was refused.</summary>
public interface IPublications
{
    /// <summary>
    /// Makes a revision live: its files and the publication in one transaction, durable when it returns. Only if the live publication
    /// has the expected number (0: there is none); otherwise nothing changes, and the result tells what is live.
    /// </summary>
    Task<PublishResult> Publish(PublicationWrite publication, int expectedNumber, CancellationToken stop);

    /// <summary>The live publication; null before the first.</summary>
    Task<Publication?> LivePublication(CancellationToken stop);

    /// <summary>The newest publications, newest first.</summary>
    Task<ImmutableArray<Publication>> Publications(int most, CancellationToken stop);

    /// <summary>Keeps a refusal in the place of the one before.</summary>
    Task SaveRefusal(Refusal refusal, CancellationToken stop);

    /// <summary>The last refusal; null if there was none.</summary>
    Task<Refusal?> LastRefusal(CancellationToken stop);
}
