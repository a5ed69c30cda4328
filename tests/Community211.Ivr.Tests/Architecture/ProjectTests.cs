using System.Xml.Linq;

namespace Community211.Ivr.Tests.Architecture;

/// <summary>Which project may reference which, and where packages come from.</summary>
public sealed class ProjectTests
{
    private static readonly string[] Projects =
        [.. new[] { "src", "tests" }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(Repository.Root, f), "*.csproj", SearchOption.AllDirectories)).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("Community211.Ivr")]
    [InlineData("Community211.Ivr.Carrier", "Community211.Ivr")]
    [InlineData("Community211.Ivr.Storage", "Community211.Ivr")]
    [InlineData("Community211.Ivr.Host", "Community211.Ivr", "Community211.Ivr.Carrier", "Community211.Ivr.Storage")]
    [InlineData("Community211.Ivr.Trunk")]
    public void Project_OfTheService_ReferencesOnlyWhatItMay(string project, params string[] may) =>
        Assert.Empty(References(project).Where(r => r.Code).Select(r => r.Name).Except(may));

    [Fact]
    public void Trunk_IsBuiltAlongAndNeverReferenced()
    {
        Assert.Equal(5, Projects.Count(p => p.Contains($"{Path.DirectorySeparatorChar}src{Path.DirectorySeparatorChar}", StringComparison.Ordinal)));
        var users = Projects.Select(Path.GetFileNameWithoutExtension).Where(p => References(p!).Any(r => r is { Name: "Community211.Ivr.Trunk", Code: true }));
        // Virtual time needs both in one process; they still share no code.
        Assert.Empty(users.Except(["Community211.Ivr.Trunk.Tests", "Community211.Ivr.VirtualTime.Tests", "Community211.Ivr.Benchmarks"]));
    }

    [Fact]
    public void Packages_OfEveryProject_ArePinnedCentrallyAndLocked()
    {
        var pinned = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion").Select(p => p.Attribute("Include")!.Value).ToList();
        Assert.NotEmpty(Projects);
        foreach (var project in Projects)
        {
            var packages = XDocument.Load(project).Descendants("PackageReference").ToList();
            Assert.All(packages, p => Assert.Contains(p.Attribute("Include")!.Value, pinned));
            Assert.All(packages, p => Assert.True(p.Attribute("Version") is null && p.Attribute("VersionOverride") is null, $"{project} pins a version of its own"));
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")), $"{project} has no lock file");
        }
    }

    private static IEnumerable<(string Name, bool Code)> References(string project) =>
        XDocument.Load(Projects.Single(p => Path.GetFileNameWithoutExtension(p) == project)).Descendants("ProjectReference")
            .Select(r => (Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value), r.Attribute("ReferenceOutputAssembly")?.Value != "false"));
}
