using System.Text.RegularExpressions;

namespace Community211.Ivr.Tests.Architecture;

/// <summary>What the source may say where.</summary>
public sealed partial class SourceTests
{
    /// <summary>Left never knows right of it; those in one element stand beside each other and do not know each other either.</summary>
    private static readonly string[][] Order = [["Files"], ["Places", "Languages"], ["Queues"], ["Flows"], ["Calls"], ["Simulation"]];

    private static readonly string[] CarrierWords = ["<Response", "DialCallStatus", "SpeechResult", "/2010-04-01/", "new XElement(\"Response\"", "MachineDetection"];

    /// <summary>The static document that another host serves when ours cannot.</summary>
    private static readonly string[] MayNameThem =
        ["src/Community211.Ivr.Host/Recordings/RecordedWords.cs", "src/Community211.Ivr.Host/Simulated/TrunkConfig.cs"];

    [Fact]
    public void Core_Namespaces_KnowOnlyWhatStandsLeftOfThem()
    {
        var wrong = new List<string>();
        for (var i = 0; i < Order.Length; i++)
        {
            foreach (var own in Order[i])
            {
                var never = Order.Skip(i).SelectMany(o => o).Where(o => o != own).ToHashSet(StringComparer.Ordinal);
                foreach (var file in Sources($"src/Community211.Ivr/{own}"))
                    wrong.AddRange(Used(File.ReadAllText(file)).Where(never.Contains).Select(n => $"{Named(file)} knows {n}"));
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void Core_Folders_AreAllInTheOrder() =>
        Assert.Equal(
            Order.SelectMany(o => o).Order(StringComparer.Ordinal),
            Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src/Community211.Ivr")).Select(d => Path.GetFileName(d)!).Where(d => d is not ("bin" or "obj")).Order(StringComparer.Ordinal));

    [Fact]
    public void Trunk_AndService_NameNothingOfEachOther()
    {
        Assert.Empty(Sources("src/Community211.Ivr.Trunk").Where(f => OfTheService().IsMatch(File.ReadAllText(f))).Select(Named));
        Assert.Empty(Sources("src").Where(f => !Named(f).StartsWith("src/Community211.Ivr.Trunk/", StringComparison.Ordinal) && File.ReadAllText(f).Contains("using Community211.Ivr.Trunk", StringComparison.Ordinal)).Select(Named));
    }

    [Fact]
    public void CarrierWords_OutsideCarrierAndTrunk_AreNotUsed()
    {
        var elsewhere = Sources("src").Where(f => !Named(f).StartsWith("src/Community211.Ivr.Carrier/", StringComparison.Ordinal) && !Named(f).StartsWith("src/Community211.Ivr.Trunk/", StringComparison.Ordinal));
        Assert.Equal(MayNameThem, elsewhere.Where(f => CarrierWords.Any(w => File.ReadAllText(f).Contains(w, StringComparison.Ordinal))).Select(Named));
    }

    [Fact]
    public void Files_OfSourceAndTests_StayBelowThreeHundredLines()
    {
        var all = Sources("src").Concat(Sources("tests")).ToList();
        Assert.NotEmpty(all);
        Assert.Empty(all.Where(f => File.ReadLines(f).Count() >= 300).Select(Named));
    }

    [Fact]
    public void Tests_NeverSleep() =>
        Assert.Empty(Sources("tests").Where(f => Sleeping().IsMatch(File.ReadAllText(f))).Select(Named));

    private static IEnumerable<string> Used(string text) => OfTheCore().Matches(text).Select(m => m.Groups[1].Value).Distinct();

    private static string Named(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    private static List<string> Sources(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !Named(f).Split('/').Any(p => p is "bin" or "obj")).Order(StringComparer.Ordinal)];

    /// <summary>In a using, qualified in full, or qualified from within the core's own namespace.</summary>
    [GeneratedRegex(@"(?<!namespace )(?:Community211\.)?\bIvr\.(Files|Places|Languages|Queues|Flows|Calls)\b")]
    private static partial Regex OfTheCore();

    [GeneratedRegex(@"using Community211\.Ivr(?!\.Trunk)\b")]
    private static partial Regex OfTheService();

    [GeneratedRegex(@"\b(Task\.Delay|Thread\.Sleep)\(")]
    private static partial Regex Sleeping();
}
