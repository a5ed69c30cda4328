using Community211.Ivr.Flows;
using Community211.Ivr.Tests.Recordings;

namespace Community211.Ivr.Tests.Flows;

public sealed class RevisionChangesTests
{
    [Fact]
    public void Between_TheSameFiles_IsNothing() =>
        Assert.Empty(RevisionChanges.Between(RealFlow.Set, RealFlow.Load(RealFlow.Files)).WithFiles(RealFlow.Files, RealFlow.Files).Lines());

    [Fact]
    public void Between_AWordingInBothLanguages_TellsOldAndNew()
    {
        var after = Shipped.Changed(
            ("ontario.yaml", "Thank you for calling 2-1-1.", "Goodbye."),
            ("ontario.fr.yaml", "Thank you for calling 2-1-1.", "Goodbye."),
            ("ontario.fr.yaml", "Merci d'avoir appelé le 2-1-1.", "Au revoir."));
        var changes = RevisionChanges.Between(RealFlow.Set, after);
        Assert.Equal(["goodbye"], changes.Changed);
        Assert.Equal(
            [("goodbye.say", "en", "Thank you for calling 2-1-1.", "Goodbye."), ("goodbye.say", "fr", "Merci d'avoir appelé le 2-1-1.", "Au revoir.")],
            changes.Prompts.Select(p => (p.Where, p.Language, p.Before!, p.After!)));
    }

    [Fact]
    public void Between_APromptOfTheLanguageStep_IsToldByItsLanguage()
    {
        var after = Shipped.Changed(("ontario.yaml", "Pour le français, faites le 2.", "Français : le 2."));
        var changed = Assert.Single(RevisionChanges.Between(RealFlow.Set, after).Prompts);
        Assert.Equal(("welcome.prompts", "fr"), (changed.Where, changed.Language));
    }

    [Fact]
    public void Between_AStepMoreAndAnotherTarget_NamesBoth()
    {
        var after = Shipped.Changed(("ontario.yaml", "    next: postal\n", "    next: postal2\n"), ("ontario.yaml", "  goodbye: {", "  postal2:\n    region: [caller-number]\n    next: postal\n\n  goodbye: {"));
        Assert.Equal(["steps: need changed, postal2 added"], RevisionChanges.Between(RealFlow.Set, after).Lines());
        Assert.Equal(["steps: need changed, postal2 removed"], RevisionChanges.Between(after, RealFlow.Set).Lines());
    }

    [Fact]
    public void Between_SettingsOfTheFlowAndAPhrase_NamesThem()
    {
        var after = Shipped.Changed(("ontario.yaml", "wait: 4s", "wait: 5s"), ("phrases.yaml", "Sorry, once more.", "Once more, please."));
        Assert.Equal(
            ["flow: patience changed", "phrases.not-understood [en]: \"Sorry, once more.\" is now \"Once more, please.\""],
            RevisionChanges.Between(RealFlow.Set, after).Lines());
    }

    [Fact]
    public void WithFiles_FilesAroundTheFlow_AreNamedAndTheFlowIsNot()
    {
        var after = RealFlow.Files.Remove("towns.csv").Add("streets.csv", "").SetItem("places.yaml", "").SetItem("ontario.yaml", "");
        var changes = RevisionChanges.Between(RealFlow.Set, RealFlow.Set).WithFiles(RealFlow.Files, after);
        Assert.Equal(["files: places.yaml changed, streets.csv added, towns.csv removed"], changes.Lines());
    }
}
