using Community211.Ivr.Files;
using Community211.Ivr.Places;
using Community211.Ivr.Tests.Flows;

namespace Community211.Ivr.Tests.Places;

/// <summary>Who is rung for a language that nobody on the floor speaks.</summary>
public sealed class InterpretersTests
{
    [Fact]
    public void Shipped_Vendors_AreTriedInOrder()
    {
        var model = Ontario.Set.Interpreters;
        Assert.Equal(["first-voice", "bridge-line"], model.For("yue").Select(v => v.Id));
        Assert.Equal(["first-voice"], model.For("uk").Select(v => v.Id));
        Assert.Empty(model.For("en"));
        var second = model.Vendors[1];
        Assert.Equal(["bridge-line-account", "bridge-line-pin"], second.Secrets);
        Assert.Equal((InterpreterSignal.Key, "3"), (second.ConnectedBy, second.Languages["yue"]));
        Assert.Equal(
            [new DialAction(TimeSpan.FromSeconds(1), null), new DialAction(null, "{bridge-line-account}")],
            second.Script.Take(2));
    }

    [Theory]
    [InlineData("\"+18005550162\"", "\"555-0162\"", "not-ten-digit", "    number: \"555-0162\"")]
    [InlineData("order: 2", "order: 1", "vendor-order-twice", "    order: 1\n    hours: interpreter-days")]
    [InlineData("hours: interpreter-days", "hours: sometimes", "unknown-calendar", "    hours: sometimes")]
    [InlineData("    connected-by: key", "    connected-by: hope", "unknown-signal", "    connected-by: hope")]
    [InlineData("es: \"1\", cmn", "esp: \"1\", cmn", "unknown-language", "    languages: { esp")]
    [InlineData("{ wait: 1s }, { press: \"{bridge", "{ wait: 2m }, { press: \"{bridge", "wait-too-long", "    script: [{ wait: 2m }")]
    [InlineData("{ wait: 1s }, { press: \"{bridge", "{ press: \"call\" }, { press: \"{bridge", "not-press", "    script: [{ press: \"call\"")]
    [InlineData("{ wait: 1s }, { press: \"{bridge", "hello, { press: \"{bridge", "not-dial-action", "    script: [hello")]
    [InlineData("{ wait: 1s }, { press: \"{bridge", "{ say: hello }, { press: \"{bridge", "unknown-field", "    script: [{ say")]
    public void Read_Broken_IsAFindingWhereItStands(string old, string now, string code, string at) =>
        BrokenFiles.Expect(BrokenFiles.Change("interpreters.yaml", old, now), code, InterpretersReader.File, at);

    [Fact]
    public void Read_NoScript_IsAFinding()
    {
        var findings = new Findings();
        InterpretersReader.Read("format: 1\nvendors:\n  one:\n    name: One\n    number: \"+18005550161\"\n    order: 1\n    hours: h\n    connected-by: key\n    languages: { es: \"1\" }\n", _ => true, _ => true, findings);
        Assert.Equal(("vendor-without-script", 4), Assert.Single(findings.Sorted()) is var f ? (f.Code, f.Line) : default);
    }

    [Fact]
    public void Read_SecretWrittenOut_IsAWarning()
    {
        var (set, findings) = Ontario.Load(BrokenFiles.Change("interpreters.yaml", "\"{bridge-line-account}\"", "\"12*3456#\""));
        Assert.NotNull(set);
        var finding = Assert.Single(findings);
        Assert.Equal(("secret-in-file", Severity.Warning), (finding.Code, finding.Severity));
        Assert.DoesNotContain("3456", finding.ToString());
    }
}
