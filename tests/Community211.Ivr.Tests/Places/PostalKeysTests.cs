using Community211.Ivr.Places;
using Community211.Ivr.Tests.Flows;

namespace Community211.Ivr.Tests.Places;

public sealed class PostalKeysTests
{
    private static readonly string[] Pad = ["", "", "ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"];

    [Fact]
    public void Candidates_EveryKeyedArea_ContainIt()
    {
        var known = Ontario.Set.Places.Fsas;
        Assert.Equal(528, known.Count);
        Assert.All(known.Values, f => Assert.Contains(f, PostalKeys.Candidates(Keyed(f.Code), known)));
        Assert.All(known.Values, f => Assert.Contains(f, PostalKeys.Candidates(Keyed(f.Code) + "286", known)));
        Assert.All(known.Values, f => Assert.Equal([f], PostalKeys.Candidates($"{f.Code.ToLowerInvariant()} 2T6", known)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("65")]
    [InlineData("6582861")]
    [InlineData("١٢٣")]
    [InlineData("V6B 1A1")]
    [InlineData("hello")]
    public void Candidates_NoCodeOfOurs_AreNone(string entry) => Assert.Empty(PostalKeys.Candidates(entry, Ontario.Set.Places.Fsas));

    internal static string Keyed(string fsa) => string.Concat(fsa.Select(c => char.IsAsciiDigit(c) ? c : (char)('0' + Array.FindIndex(Pad, k => k.Contains(c)))));
}
