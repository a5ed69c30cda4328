using System.Collections.Immutable;
using Community211.Ivr.Files;

namespace Community211.Ivr.Flows.Model;

/// <summary>A flow, resolved: every name in it leads somewhere.</summary>
public sealed record FlowModel
{
    public required string Id { get; init; }

    /// <summary>Languages in the order in which they are spoken while the caller's is unknown; the first is the flow's own.</summary>
    public required ImmutableArray<string> Languages { get; init; }

    public required string Start { get; init; }

    /// <summary>Longest time from answer to the line for a caller who does nothing. Default 15 s.</summary>
    public required TimeSpan ToQueue { get; init; }

    public required Patience Patience { get; init; }

    /// <summary>Keys that work everywhere, in line too.</summary>
    public required ImmutableDictionary<char, string> Always { get; init; }

    public required ImmutableDictionary<string, Step> Steps { get; init; }

    /// <summary>Where steps and their fields stand in the file, by path: <c>welcome</c>, <c>welcome.keys.2</c>.</summary>
    public required ImmutableDictionary<string, Place> Places { get; init; }

    /// <summary>The file.</summary>
    public string File => $"{Id}.yaml";

    /// <summary>Where something stands, or the nearest thing around it.</summary>
    public Place At(params ReadOnlySpan<string> path)
    {
        for (var length = path.Length; length > 0; length--)
        {
            if (Places.TryGetValue(string.Join('.', path[..length]), out var place))
                return place;
        }
        return new Place(File, 1, 1);
    }

    /// <summary>The first step that puts crisis callers in line; null if the flow has none.</summary>
    public required string? Crisis { get; init; }
}

/// <summary>How long silence lasts and how often is asked.</summary>
/// <param name="Wait">Before the line. Default 4 s.</param>
/// <param name="InLine">In line, for answers that are asked for. Default 8 s.</param>
/// <param name="Tries">How often a question is put at most: after wrong keys anywhere, after silence only in line. Default 2.</param>
public sealed record Patience(TimeSpan Wait, TimeSpan InLine, int Tries);
