using CsCheck;

namespace Community211.Ivr.Tests.Flows.Differences;

/// <summary>An edit whose effect is known is found, and nothing else.</summary>
public sealed class PlantedEditTests
{
    private static readonly Gen<string[]> Keys = Gen.OneOf(Gen.Const("1"), Gen.Const("2"), Gen.Const("9"), Gen.Const("0"), Gen.Const("")).Array[200, 400];

    private static int Of(string[] keys, params string[] wanted) => keys.Count(wanted.Contains);

    private static void Edit(string old, string now, Func<string[], (int, int, int, int)> expected)
    {
        var after = Planted.Edited(old, now);
        Keys.Sample(keys => Assert.Equal(expected(keys), Planted.Counts(Planted.Compare(Planted.Set, after, Planted.Calls(keys)))), iter: 20);
    }

    [Fact]
    public void SameFlow_AnyCalls_AllGoTheSameWay() =>
        Edit("For food, press 1.", "For food: 1.", keys => (keys.Length, 0, 0, 0));

    [Fact]
    public void KeysMoved_OutcomesKept_CarriesByMeaning() =>
        Edit("keys: { 1: food, 2: money }", "keys: { 4: food, 1: money }", keys => (keys.Length, 0, 0, 0));

    [Fact]
    public void OutcomeRemoved_ThoseWhoChoseIt_AreUndetermined() =>
        Edit("keys: { 1: food, 2: money }", "keys: { 1: food }", keys => (keys.Length - Of(keys, "2"), 0, Of(keys, "2"), 0));

    [Fact]
    public void SilenceLeadsElsewhere_ThoseWhoWereSilent_GoElsewhere() =>
        Edit("otherwise: person", "otherwise: money", keys => (keys.Length - Of(keys, ""), Of(keys, ""), 0, 0));

    [Fact]
    public void PriorityOfALineChanged_ThoseWhoChoseIt_GoElsewhere() =>
        Edit("priority: urgent, ", "", keys => (keys.Length - Of(keys, "1"), Of(keys, "1"), 0, 0));

    [Fact]
    public void AskingStepInserted_AllCalls_AreUndetermined() =>
        Edit("next: welcome }", "next: age }\n  age: { ask: \"How old?\", digits: 2, next: welcome, otherwise: welcome }", keys => (0, 0, keys.Length, 0));

    [Fact]
    public void ChoiceLeadsToTheOtherLine_ThoseWhoChoseIt_GoElsewhere() => Edit(
        "  food: {", "  food: { say: \"One moment.\", next: money }\n  meals: {", keys => (keys.Length - Of(keys, "1"), Of(keys, "1"), 0, 0));

    [Fact]
    public void MessageInserted_BeforeTheMenu_GoesTheSameWayAndTakesLonger()
    {
        var after = Planted.Edited("next: welcome }", "next: hello }\n  hello: { say: \"Welcome to the line for help.\", next: welcome }");
        var report = Planted.Compare(Planted.Set, after, Planted.Calls(Planted.Keys(100, 50, 20, 30)));
        Assert.Equal((200, 0, 0, 0), Planted.Counts(report));
        Assert.Equal(200, report.Timed);
        Assert.Equal(TimeSpan.FromSeconds((6 / 2.5) + 1), report.After!.Median - report.Before!.Median);
    }

    [Fact]
    public void TwoTargetsSwapped_ThoseWhoComeThere_GoElsewhere()
    {
        const string Steps = """
              first: { menu: "For food, press 1. For money, press 2.", keys: { 1: food, 2: money }, otherwise: person }
              food: { say: "Food.", next: meals }
              money: { say: "Money.", next: bills }
              meals: { queue: { region: 0s }, say: "In danger, dial 9-1-1. In a crisis, press 9.", finished: goodbye }
              bills: { queue: { region: 0s }, say: "In danger, dial 9-1-1. In a crisis, press 9.", finished: goodbye }
              asked: { ask: "For news, press 1.", keys: { 1: news }, next: keep-waiting, otherwise: keep-waiting }

            """;
        var swapped = WithSteps.Set(Steps.Replace("next: meals", "next: x", StringComparison.Ordinal).Replace("next: bills", "next: meals", StringComparison.Ordinal).Replace("next: x", "next: bills", StringComparison.Ordinal));
        var report = Planted.Compare(WithSteps.Set(Steps), swapped, Planted.Calls(Planted.Keys(70, 50, 20, 160)));
        Assert.Equal((180, 120, 0, 0), Planted.Counts(report));
        Assert.Equal([("province, line meals", "province, line bills", 70), ("province, line bills", "province, line meals", 50)], report.Moves.Select(m => (m.From, m.To, m.Calls)));
    }

    [Fact]
    public void TownsMovedToAnotherRegion_ThoseTowns_GoElsewhere()
    {
        var towns = Ontario.Files["towns.csv"].Split('\n').Skip(1).Where(l => l.Contains(",north,", StringComparison.Ordinal)).Select(l => l.Split(',')[0]).Take(3).ToList();
        var files = Ontario.Files;
        foreach (var town in towns.Take(2))
            files = files.SetItem("towns.csv", files["towns.csv"].Replace($"\n{town},north,", $"\n{town},east,", StringComparison.Ordinal));
        var after = RealFlow.Load(files);
        var calls = towns.SelectMany((town, i) => Planted.Calls(Enumerable.Repeat("2", (i + 1) * 10), town: town)).ToList();
        var report = Planted.Compare(Ontario.Set, after, calls);
        Assert.Equal((30, 30, 0, 0), Planted.Counts(report));
        var move = Assert.Single(report.Moves);
        Assert.Equal(("north", "east", "queue, region", 30, 2), (move.From, move.To, move.Differs, move.Calls, move.Examples.Length));
        Assert.Equal(("CA0", "welcome: fr"), (move.Examples[0].Id, Assert.Single(move.Examples[0].Did)));
    }

    [Fact]
    public void FrenchOnAnotherKey_AllCalls_GoTheSameWay()
    {
        var after = RealFlow.Load(BrokenFiles.Change("ontario.yaml", "keys: { 2: fr, 3: other }", "keys: { 4: fr, 3: other }"));
        Assert.Equal((90, 0, 0, 0), Planted.Counts(Planted.Compare(Ontario.Set, after, Planted.Calls(Planted.Keys(0, 50, 10, 30)))));
    }
}
