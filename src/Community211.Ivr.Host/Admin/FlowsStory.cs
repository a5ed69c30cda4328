using System.Collections.Immutable;
using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Files;

namespace Community211.Ivr.Host.Admin;

/// <summary>What is live, since when, what was before, and what was refused last.</summary>
/// <param name="Live">The live publication.</param>
/// <param name="Since">Since when it is live.</param>
/// <param name="Publications">The newest 100, newest first.</param>
/// <param name="LastRefusal">Null if there was none.</param>
public sealed record FlowsStory(Publication? Live, DateTimeOffset? Since, ImmutableArray<Publication> Publications, RefusalStory? LastRefusal)
{
    private const int Most = 100;

    public static async Task<FlowsStory> Tell(IStore store, CancellationToken stop)
    {
        var publications = await store.Publications(Most, stop);
        return new FlowsStory(
            publications.FirstOrDefault(), publications.FirstOrDefault()?.At, publications,
            await store.LastRefusal(stop) is { } refusal ? RefusalStory.Of(refusal) : null);
    }
}

/// <summary>A refusal with its findings.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who wanted to publish it.</param>
/// <param name="Note">Why, in their words.</param>
/// <param name="Revision">What was refused.</param>
/// <param name="Findings">What is wrong with it.</param>
public sealed record RefusalStory(DateTimeOffset At, string Who, string Note, string Revision, ImmutableArray<Finding> Findings)
{
    public static RefusalStory Of(Refusal refusal) => new(refusal.At, refusal.Who, refusal.Note, refusal.Revision, FindingsOf(refusal));

    /// <summary>None where another version of the program wrote them in a way that this one cannot read.</summary>
    private static ImmutableArray<Finding> FindingsOf(Refusal refusal)
    {
        try
        {
            return CallJson.Read<ImmutableArray<Finding>>(refusal.Findings);
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

/// <summary>A revision that was published once.</summary>
/// <param name="Revision">Its name.</param>
/// <param name="Files">Name to text.</param>
public sealed record KeptRevision(string Revision, ImmutableDictionary<string, string> Files);
