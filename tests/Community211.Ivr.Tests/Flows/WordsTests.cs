using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Tests.Flows;

public sealed class WordsTests
{
    [Fact]
    public void All_EveryWord_HasAFixtureOfItsName()
    {
        var fixtures = typeof(WordsTests).Assembly.GetTypes().Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        Assert.All(Words.All, w => Assert.Contains($"{w.GetType().Name}Tests", fixtures));
        Assert.Equal(Words.All.Length, Words.All.Select(w => w.Name).Distinct().Count());
        var written = typeof(Words).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(Ivr.Flows.Files.IWord)) && t.IsClass).Select(t => t.Name);
        Assert.Equal(written.Order(StringComparer.Ordinal), Words.All.Select(w => w.GetType().Name).Order(StringComparer.Ordinal));
    }
}
