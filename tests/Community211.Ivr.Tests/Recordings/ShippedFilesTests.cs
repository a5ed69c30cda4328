using System.Text.RegularExpressions;
using Community211.Ivr.Host.Recordings;

namespace Community211.Ivr.Tests.Recordings;

/// <summary>What a shipped recording may hold.</summary>
public sealed partial class ShippedFilesTests
{
    public static TheoryData<string> All => ReplayTests.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Shipped_Numbers_AreFictional(string name) =>
        Assert.All(Number().Matches(Shipped.Text(name)).Select(m => m.Groups[1].Value), number => Assert.Equal("01", number.Substring(6, 2)));

    [Theory]
    [MemberData(nameof(All))]
    public void Shipped_Places_AreThisMachinesLoopback(string name)
    {
        var text = Shipped.Text(name);
        Assert.All(Origin().Matches(text).Select(m => m.Value), origin => Assert.Equal("http://127.0.0.1:5211", origin));
        Assert.DoesNotMatch(@"/(home|tmp|root|Users|var)/|localhost|""Host""|traceparent", text);
        Assert.Equal("http://127.0.0.1:5211", Shipped.Read(name).PublicBaseUrl);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Shipped_File_SaysWhatItShowsAndIsWrittenAsWeWrite(string name)
    {
        var recording = Shipped.Read(name);
        Assert.EndsWith(".", recording.Note, StringComparison.Ordinal);
        Assert.Null(recording.Gone);
        Assert.Equal(Shipped.Text(name), RecordingFile.Write(recording), ignoreLineEndingDifferences: true);
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z])(?:\+|%2B)1([0-9]{10})(?![0-9])")]
    private static partial Regex Number();

    [GeneratedRegex(@"https?://[^/""\\<>]+")]
    private static partial Regex Origin();
}
