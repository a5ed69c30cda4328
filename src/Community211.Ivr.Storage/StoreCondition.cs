using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Storage;

/// <summary>What a store was found to be like, without a change to it.</summary>
public sealed record StoreCondition
{
    /// <summary>Whether there is a file; without one, the first start makes it.</summary>
    public required bool Exists { get; init; }

    /// <summary>Why the service would not open it, with what to do; null if it would.</summary>
    public string? Problem { get; init; }

    /// <summary>Migrations that the file has; 0: none yet.</summary>
    public int Schema { get; init; }

    /// <summary>Migrations that this program knows; more than the file has: the next start upgrades it.</summary>
    public int SchemaOfProgram { get; init; }

    public long Calls { get; init; }

    /// <summary>Calls that have not ended.</summary>
    public long LiveCalls { get; init; }

    /// <summary>Size of the database, without its log.</summary>
    public long Bytes { get; init; }

    /// <summary>What is damaged, in SQLite's words; empty when it is whole, null when it was too large to be read through.</summary>
    public ImmutableArray<string>? Damage { get; init; }

    /// <summary>Why it cannot be written, with what to do; null if it can.</summary>
    public string? WriteProblem { get; init; }

    /// <summary>What is live; null before the first publication.</summary>
    public Publication? Live { get; init; }

    /// <summary>The files of what is live: name to text.</summary>
    public ImmutableDictionary<string, string>? LiveFiles { get; init; }
}
