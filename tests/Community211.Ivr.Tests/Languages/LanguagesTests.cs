using Community211.Ivr.Files;
using Community211.Ivr.Languages;
using Community211.Ivr.Tests.Flows;

namespace Community211.Ivr.Tests.Languages;

/// <summary>Languages, and how a key is announced in them.</summary>
public sealed class LanguagesTests
{
    [Fact]
    public void Shipped_SpokenLanguages_SayHowKeysAreAnnounced()
    {
        var languages = Ontario.Set.Languages;
        Assert.Equal(["faites le {key}", "appuyez sur le {key}", "composez le {key}"], languages["fr"].Press);
        Assert.Equal(["étoile"], languages["fr"].Star);
        Assert.Equal(["carré", "dièse"], languages["fr"].Pound);
        Assert.All(languages.Values.Where(l => l.Voice is not null), l => Assert.False(l.Press.IsEmpty || l.Star.IsEmpty || l.Pound.IsEmpty));
        Assert.True(languages.Count >= 23);
    }

    [Fact]
    public void Read_PressWithoutKey_IsAFinding() =>
        BrokenFiles.Expect(BrokenFiles.Change("languages.yaml", "press: [\"press {key}\"]", "press: [\"press\"]"), "press-without-key", LanguagesReader.File, "    press: [\"press\"]");

    [Fact]
    public void Read_SpokenWithoutPress_IsAWarning()
    {
        var (set, findings) = Ontario.Load(BrokenFiles.Change("languages.yaml", "    press: [\"press {key}\"]\n", ""));
        Assert.NotNull(set);
        Assert.Equal(("press-missing", Severity.Warning), Assert.Single(findings) is var f ? (f.Code, f.Severity) : default);
    }
}
