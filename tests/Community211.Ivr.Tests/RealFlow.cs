using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Tests;

/// <summary>The flow folder of the repository, as operations staff have it.</summary>
public static class RealFlow
{
    /// <summary>Name to text.</summary>
    public static readonly ImmutableDictionary<string, string> Files = FlowFolder.Read(Folder());

    /// <summary>The folder's set.</summary>
    public static readonly FlowSet Set = Load(Files);

    /// <summary>A set of files that have no errors.</summary>
    public static FlowSet Load(ImmutableDictionary<string, string> files)
    {
        var findings = new Findings();
        return FlowLoader.Load(files, findings) ?? throw new InvalidOperationException(string.Join('\n', findings.Sorted()));
    }

    /// <summary>The root of the repository.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Community211.Ivr.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No repository above the tests.");
        return folder.FullName;
    }

    private static string Folder() => Path.Combine(Root(), "ivr-flows");
}
