using System.Collections.Immutable;

namespace Community211.Ivr.Host.Configuration;

/// <summary>Settings as far as they can be used.</summary>
/// <param name="File">The configuration file, absolute.</param>
/// <param name="Settings">With the default in the place of each value that is not allowed.</param>
/// <param name="Problems">A sentence about each of those, beginning with the key.</param>
/// <param name="FromEnvironment">Keys of ours that the environment sets, above the file.</param>
internal sealed record SettingsDraft(string File, Settings Settings, ImmutableArray<string> Problems, ImmutableArray<string> FromEnvironment)
{
    /// <summary>Whether a key's value is a guess, because what was written is not allowed.</summary>
    public bool IsWrong(string key) => Problems.Any(p => p.StartsWith($"{key} is ", StringComparison.OrdinalIgnoreCase));

    /// <summary>Where the key of a problem is to be corrected: the variable, where it stands in the environment.</summary>
    public string PlaceOf(string problem)
    {
        var key = problem.Split(' ', 2)[0];
        return FromEnvironment.Contains(key, StringComparer.OrdinalIgnoreCase) ? $"the environment ({key.Replace(":", "__", StringComparison.Ordinal)})" : File;
    }
}
