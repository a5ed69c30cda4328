using System.Collections.Immutable;

namespace Community211.Ivr.Tests.Flows;

/// <summary>Broken files and what is said of them: code, file, line, column and a remedy.</summary>
public sealed class LoaderTests
{
    private const string French = "ontario.fr.yaml";

    public static TheoryData<string, string, string, string, string> Broken => new()
    {
        // file, old, new, code, what the remedy names
        { "ontario.yaml", "    meanwhile: surge\n", "    meanwile: surge\n", "unknown-field", "meanwhile" },
        { "ontario.yaml", "start: place", "start: plaec", "unknown-step", "place" },
        { "ontario.yaml", "0: person, 9", "0: persn, 9", "unknown-step", "person" },
        { "ontario.yaml", "0: person, 9", "10: person, 9", "unknown-key", "star" },
        { "ontario.yaml", "say: \"Enter or say your postal code.\"", "say: Enter your code # here", "unquoted-text", "quotes" },
        { "ontario.yaml", "say: \"Enter or say your postal code.\"", "say: \"Enter\\x07 it.\"", "control-character", "Remove" },
        { "ontario.yaml", "languages: [en, fr]", "languages: [en, frr]", "language-without-voice", "fr" },
        { "ontario.yaml", "tries: 2", "tries: 0", "not-number", "2" },
        { "ontario.yaml", "wait: 4s", "wait: 0s", "patience-too-short", "1s" },
        { "ontario.yaml", "flow: ontario", "flow: quebec", "flow-name", "quebec.yaml" },
        { "ontario.yaml", "  place:\n", "  keep-waiting:\n", "step-built-in", "another name" },
        { "ontario.yaml", "  place:\n", "  &a place:\n", "yaml-extras", "value" },
        { "ontario.yaml", "next: welcome", "next: !!str welcome", "yaml-extras", "value" },
        { "ontario.yaml", "next: welcome", "next: *welcome", "yaml-broken", "indentation" },
        { "ontario.yaml", "    next: welcome", "\tnext: welcome", "yaml-broken", "indentation" },
        { "ontario.yaml", "next: welcome", "next: welcome\n    next: person", "yaml-twice", "one" },
        { French, "of: \"Enter or say your postal code.\"", "of: \"Enter your postal code.\"", "translation-stale", "Review" },
        { French, "  postal:\n", "  postale:\n", "translation-unknown", "names" },
        { French, "translation: fr", "translation: de", "translation-language", "languages" },
        { French, "of: ontario", "of: quebec", "translation-of", "ontario" },
        { "contacts.yaml", "\"+14165550150\"", "\"911\"", "n11-as-number", "N11" },
        { "contacts.yaml", "\"+14165550150\"", "\"+1911\"", "n11-as-number", "N11" },
        { "contacts.yaml", "\"+14165550150\"", "\"+19115550100\"", "not-ten-digit", "N11" },
        { "contacts.yaml", "\"+14165550150\"", "\"+14165550100\"", "contact-is-ours", "circle" },
        { "contacts.yaml", "screened: key", "screened: maybe", "unknown-screening", "none" },
        { "places.yaml", "line: \"+14165550190\"", "line: \"+18075550100\"", "line-is-ours", "circle" },
        { "places.yaml", "dialled: [\"+19055550100\"]", "dialled: [\"+14165550100\"]", "number-twice", "one region" },
        { "places.yaml", "id: toronto-2,", "id: toronto-1,", "agent-twice", "own" },
        { "places.yaml", "languages: [en, es], crisis: yes", "languages: [en, xx], crisis: yes", "unknown-language", "Add" },
        { "places.yaml", "languages: [en, es], crisis: yes", "languages: [en, es], crisis: true", "not-yes-no", "crisis: yes" },
        { "places.yaml", "other-language: es", "other-language: xx", "unknown-language", "Add" },
        { "places.yaml", "zone: America/Toronto", "zone: America/Torronto", "unknown-zone", "America/Toronto" },
        { "places.yaml", "from: 2012-01-01", "from: 01.01.2012", "not-day", "2027-04-01" },
        { "places.yaml", "from: 2012-01-01", "until: 2027-03-31", "half-taken-over", "which region" },
        { "places.yaml", "from: 2012-01-01", "until: 2027-03-31\n    into: nowhere", "unknown-region", "region" },
        { "places.yaml", "from: 2012-01-01", "until: 2027-03-31\n    into: toronto", "taken-over-by-ended", "now" },
        { "places.yaml", "from: 2012-01-01", "from: 2012-01-01\n    until: 2011-01-01\n    into: east", "until-before-from", "days" },
        { "places.yaml", "from: 2012-01-01", "from: 2012-01-01\n    until: 2011-01-01\n    into: east", "taken-over-too-late", "meet" },
        { "places.yaml", "  toronto:\n", "  \"to ronto\":\n", "region-name", "hyphens" },
        { "fsa.csv", "fsa,region", "area,region", "csv-header", "fsa,region" },
        { "fsa.csv", "K0B,east,3502,Alfred,", "K0B,east,3502", "csv-fields", "fsa" },
        { "fsa.csv", "K0B,east,3502,Alfred,", "K0A,east,3502,Alfred,", "fsa-twice", "one" },
        { "fsa.csv", "K0B,east,3502,Alfred,", "K00,east,3502,Alfred,", "not-fsa", "M5V" },
        { "fsa.csv", "K0B,east,3502,Alfred,", "K0B,west,3502,Alfred,", "unknown-region", "places.yaml" },
        { "fsa.csv", "K0B,east,3502,Alfred,", "K0B,east,3502,,", "place-missing", "name" },
        { "towns.csv", "Ajax,toronto,3518", "Acton,toronto,3518", "town-twice", "one" },
        { "towns.csv", "Ajax,toronto,3518", "Ajax,west,3518", "unknown-region", "places.yaml" },
        { "needs.yaml", "    urgency: urgent\n", "    urgency: high\n", "unknown-urgency", "urgent" },
        { "phrases.yaml", "  one-moment:\n", "  one-momnt:\n", "unknown-field", "one-moment" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Load_OneThingBroken_SaysWhereAndWhatToDo(string file, string old, string now, string code, string remedy)
    {
        var (set, findings) = Ontario.Load(BrokenFiles.Change(file, old, now));
        Assert.Null(set);
        var found = findings.Where(f => f.Code == code && f.File == file).ToList();
        Assert.NotEmpty(found);
        Assert.Contains(found, f => f.Remedy.Contains(remedy, StringComparison.Ordinal));
        Assert.All(found, f => Assert.True(f is { Line: > 0, Column: > 0 }, f.ToString()));
    }

    [Fact]
    public void Load_TranslationGone_IsMissingBesideTheOriginal()
    {
        var finding = BrokenFiles.Expect(
            BrokenFiles.Change(French, "  postal:\n    say:\n      of: \"Enter or say your postal code.\"\n      text: \"Entrez ou dites votre code postal.\"\n", ""),
            "translation-missing", "ontario.yaml", "say: \"Enter or say");
        Assert.Contains("postal", finding.Remedy);
    }

    [Fact]
    public void Load_TranslatedTwice_IsAFinding() =>
        BrokenFiles.Expect(Ontario.Files.SetItem("ontario.fr2.yaml", "translation: fr\nof: ontario\nsteps: { goodbye: { hang-up: { of: \"a\", text: \"b\" } } }\n"), "translation-twice", "ontario.fr2.yaml");

    [Theory]
    [InlineData("", "file-empty")]
    [InlineData("# nothing\n", "file-empty")]
    [InlineData("---\n", "yaml-mapping")]
    [InlineData("- a\n", "yaml-mapping")]
    [InlineData("a: 1\n---\nb: 2\n", "yaml-documents")]
    [InlineData("a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n", "yaml-broken")]
    [InlineData("a: \"open\n", "yaml-broken")]
    [InlineData("[a]: 1\n", "yaml-key")]
    public void Load_NoUsableYaml_SaysSo(string text, string code)
    {
        var (set, findings) = Ontario.Load(Ontario.Files.SetItem("needs.yaml", text));
        Assert.Null(set);
        Assert.Contains(findings, f => f.Code == code && f.File == "needs.yaml");
    }

    [Fact]
    public void Load_OverAMegabyte_IsNotRead() =>
        BrokenFiles.Expect(Ontario.Files.SetItem("needs.yaml", "# " + new string('x', 1 << 20)), "file-too-large", "needs.yaml");

    private static readonly string[] MayBeAbsent = ["queues.yaml", "wrap-up.yaml"];

    public static TheoryData<string> Around => [.. Ontario.Files.Keys.Where(f => !f.StartsWith("ontario.", StringComparison.Ordinal)).Except(MayBeAbsent).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Around))]
    public void Load_FileGone_IsTheOneFinding(string file)
    {
        var finding = Assert.Single(Ontario.Load(Ontario.Files.Remove(file)).Findings);
        Assert.Equal(("file-missing", file), (finding.Code, finding.File));
    }

    [Theory]
    [MemberData(nameof(Around))]
    public void Load_FileUnreadable_KeepsNoOtherFromBeingRead(string file)
    {
        var (set, findings) = Ontario.Load(BrokenFiles.Change("ontario.yaml", "start: place", "start: plaec").SetItem(file, "- a\n"));
        Assert.Null(set);
        Assert.Contains(findings, f => f.Code == "unknown-step");
        Assert.All(findings, f => Assert.True(f.Code == "unknown-step" || f.File == file, f.ToString()));
    }

    [Fact]
    public void Load_TwoFlowsOrNone_IsAFinding()
    {
        BrokenFiles.Expect(Ontario.Files.SetItem("second.yaml", "flow: second\n"), "flow-count", "second.yaml");
        BrokenFiles.Expect(Ontario.Files.Remove("ontario.yaml"), "flow-count", "NAME.yaml");
        BrokenFiles.Expect(ImmutableDictionary<string, string>.Empty, "flow-count", "NAME.yaml");
    }

    [Fact]
    public void Load_ContactNamedLikeARegion_IsAFinding() =>
        BrokenFiles.Expect(BrokenFiles.Change("contacts.yaml", "  distress-centre:\n", "  province:\n"), "contact-is-region", "contacts.yaml");

    [Fact]
    public void InForce_ChainOfTakeovers_AnswersByTheDay()
    {
        var text = Ontario.Files["places.yaml"]
            .Replace("    partner: \"Region of Peel\"\n", "    partner: \"Region of Peel\"\n    until: 2027-03-31\n    into: toronto\n", StringComparison.Ordinal)
            .Replace("    partner: \"Findhelp Information Services\"\n", "    partner: \"Findhelp Information Services\"\n    until: 2028-03-31\n    into: east\n", StringComparison.Ordinal);
        var (set, findings) = Ontario.Load(Ontario.Files.SetItem("places.yaml", text));
        Assert.Empty(findings);
        Assert.Equal("dufferin-peel", set!.Places.InForce("dufferin-peel", new(2027, 3, 31))?.Id);
        Assert.Equal("toronto", set.Places.InForce("dufferin-peel", new(2027, 4, 1))?.Id);
        Assert.Equal("toronto", set.Places.InForce("dufferin-peel", new(2028, 3, 31))?.Id);
        Assert.Equal("east", set.Places.InForce("dufferin-peel", new(2028, 4, 1))?.Id);
        Assert.Null(set.Places.InForce("dufferin-peel", new(2011, 12, 31)));
        Assert.Null(set.Places.InForce("nowhere", new(2027, 1, 1)));
        Assert.Equal("east", new Ontario("+19055550100", set: set with { Places = set.Places with { Regions = set.Places.Regions.SetItem("toronto", set.Places.Regions["toronto"] with { Until = new(2026, 12, 31) }).SetItem("dufferin-peel", set.Places.Regions["dufferin-peel"] with { Until = new(2026, 11, 30) }) } }).State.Region);
    }
}
