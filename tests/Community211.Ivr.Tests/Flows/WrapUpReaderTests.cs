using Community211.Ivr.Flows.Files;

namespace Community211.Ivr.Tests.Flows;

/// <summary>What <c>wrap-up.yaml</c> says.</summary>
public sealed class WrapUpReaderTests
{
    [Fact]
    public void Codes_OfTheFile_HaveANameInEachLanguage()
    {
        Assert.Equal(["abusive", "fax", "silent", "test", "wrong-number"], RealFlow.Set.WrapUp.NoNeed.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Liste d'attente trop longue", RealFlow.Set.WrapUp.Unmet["waiting-list"].Labels["fr"]);
        Assert.All(RealFlow.Set.WrapUp.Unmet.Values.Concat(RealFlow.Set.WrapUp.NoNeed.Values), c => Assert.Equal(["en", "fr"], c.Labels.Keys.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void File_Absent_MeansThatNothingElseIsNoted()
    {
        var (set, findings) = Ontario.Load(Ontario.Files.Remove(WrapUpReader.File));
        Assert.Empty(set!.WrapUp.Unmet);
        Assert.DoesNotContain(findings, f => f.File == WrapUpReader.File);
    }

    [Theory]
    [InlineData("full: { label: { en: \"Full\", fr: \"Complet\" } }", "full: { label: { en: \"Full\" } }", "label-missing")]
    [InlineData("full: { label: { en: \"Full\", fr: \"Complet\" } }", "full: { }", "missing-field")]
    [InlineData("no-need:\n", "noneed:\n", "unknown-field")]
    public void Mistake_InTheFile_IsAFinding(string old, string now, string code) =>
        Assert.Contains(Ontario.Load(BrokenFiles.Change(WrapUpReader.File, old, now)).Findings, f => f.Code == code && f.File == WrapUpReader.File);
}
