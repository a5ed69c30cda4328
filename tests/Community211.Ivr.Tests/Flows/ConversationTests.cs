using Community211.Ivr.Flows;
using Community211.Ivr.Flows.Steps;
using Community211.Ivr.Queues;
using CsCheck;

namespace Community211.Ivr.Tests.Flows;

/// <summary>Whole conversations on the files that ship.</summary>
public sealed class ConversationTests
{
    [Theory]
    [InlineData("+14165550100", "toronto")]
    [InlineData("+19055550100", "dufferin-peel")]
    [InlineData("+12895550100", "central-south")]
    [InlineData("+15195550100", "south-west")]
    [InlineData("+17055550100", "central-east")]
    [InlineData("+16135550100", "east")]
    [InlineData("+18075550100", "north")]
    [InlineData("+18005550199", null)]
    [InlineData(null, null)]
    public void Silent_FromAnywhere_IsInLineAfterOneAnswerWithinFifteenSeconds(string? dialled, string? region)
    {
        var call = new Ontario(dialled).Silence();
        Assert.Equal(new LineState("person", Told: false), call.State.Line);
        Assert.Equal(region, call.State.Region);
        Assert.InRange(call.State.ArrivedAt!.Value, Ontario.Noon, Ontario.Noon + Ontario.Set.Flow.ToQueue);
        Assert.Null(call.State.Language);
        Assert.Contains("en:", call.Heard);
        Assert.Contains("fr:", call.Heard);
    }

    [Fact]
    public void Silent_InLine_IsAskedOnceMoreAndThenLeftInPeace()
    {
        var call = new Ontario().Silence(2);
        Assert.Equal("need", call.State.Step);
        Assert.Equal("again silence", call.Silence().Taken);
        Assert.Equal("outcome need general", call.Silence().Taken);
        Assert.Equal("", call.State.Step);
        Assert.Contains("still in line", call.Heard);
        Assert.Equal("heard", call.Silence().Taken);
    }

    [Fact]
    public void French_ByKey_IsAllFrench()
    {
        var call = new Ontario().Press("2");
        Assert.Equal("fr", call.State.Language);
        Assert.All([call.Heard, call.Silence().Heard, call.Silence().Heard, call.Silence(2).Heard], h => Assert.StartsWith("fr: ", h));
        Assert.DoesNotContain(" | ", call.Heard);
    }

    [Fact]
    public void Other_WhereTheRegionOffersIt_IsTheCallersLanguageAndTextsAreBilingual()
    {
        var call = new Ontario();
        Assert.Contains("es: Otro idioma", call.Heard);
        Assert.Equal("es", call.Press("3").State.Language);
        Assert.Contains(" | fr:", call.Heard);
    }

    [Fact]
    public void Other_WhereTheRegionOffersNone_IsAWrongKey()
    {
        var call = new Ontario("+18075550100");
        Assert.DoesNotContain("es:", call.Heard);
        Assert.Equal("again misheard", call.Press("3").Taken);
    }

    [Fact]
    public void Wrong_Keys_AreAskedAgainOnceAndThenItGoesOn()
    {
        var call = new Ontario().Press("7");
        Assert.Equal("welcome", call.State.Step);
        Assert.Contains("Sorry, once more.", call.Heard);
        Assert.Equal("person", call.Press("78").State.Line!.Queue);
        Assert.Null(call.State.Language);
        Assert.False(call.State.Misheard);
    }

    [Fact]
    public void Nine_BeforeTheLine_IsCrisis()
    {
        var call = new Ontario().Press("9");
        Assert.Equal(("crisis", Priority.Crisis), (call.State.Line!.Queue, call.State.Priority));
        Assert.Contains("Someone is coming", call.Silence().Heard, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("", call.Silence(3).State.Step);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Nine_AnywhereInLine_IsCrisisWithTheArrivalKept(int after)
    {
        var call = new Ontario("+18005550199").Silence(after);
        var arrived = call.State.ArrivedAt;
        Assert.Equal("go crisis", call.Press("9").Taken);
        Assert.Equal(("crisis", Priority.Crisis, arrived), (call.State.Line!.Queue, call.State.Priority, call.State.ArrivedAt));
    }

    [Fact]
    public void Zero_InLine_EndsTheQuestions()
    {
        var call = new Ontario("+18005550199").Silence(2);
        var arrived = call.State.ArrivedAt;
        Assert.Equal("need", call.State.Step);
        Assert.Equal("", call.Press("0").State.Step);
        Assert.Equal((new LineState("person", Told: true), arrived), (call.State.Line!, call.State.ArrivedAt));
        Assert.Equal("asked-for-person", call.Reasons[^1]);
    }

    [Fact]
    public void Zero_InTheCrisisLine_StaysThere()
    {
        var call = new Ontario().Press("9").Press("0");
        Assert.Equal(("crisis", Priority.Crisis), (call.State.Line!.Queue, call.State.Priority));
        Assert.Equal("stays-in-crisis-line", call.Reasons[^1]);
    }

    [Fact]
    public void Finished_AfterAPerson_AsksOnceAndSaysGoodbye()
    {
        var call = new Ontario().Silence(2).Finish();
        Assert.Contains("three short questions", call.Heard);
        call.Silence();
        Assert.Null(call.State.Line);
        Assert.True(call.View.Ends);
        Assert.Contains("Thank you", call.Heard);
    }

    [Theory]
    [InlineData("I think about suicide")]
    [InlineData("il va ME TUER!")]
    [InlineData("I want, to die.")]
    public void CrisisWords_WhenAskedForTheNeed_BringToTheCrisisLine(string words)
    {
        var call = new Ontario().Silence(2).Say(words);
        Assert.Equal(("crisis", Priority.Crisis, "crisis-words"), (call.State.Line!.Queue, call.State.Priority, call.Reasons.Find(r => r == "crisis-words")));
        Assert.DoesNotContain(words, call.Taken);
    }

    [Theory]
    [InlineData("shelter", "shelter", Priority.Urgent)]
    [InlineData("I have nothing to EAT", "food", Priority.Urgent)]
    [InlineData("nowhere to sleep and no money", "shelter", Priority.Urgent)]
    [InlineData("un médecin s'il vous plaît", "health", Priority.General)]
    [InlineData("un medecin", "health", Priority.General)]
    [InlineData("UN ME\u0301DECIN", "health", Priority.General)]
    [InlineData("ÉCOLE", "education", Priority.General)]
    [InlineData("rien a manger", "food", Priority.Urgent)]
    [InlineData("parler à quelqu’un", "counselling", Priority.General)]
    public void Need_BySpeech_IsHeardInBothLanguages(string words, string need, Priority priority)
    {
        var call = new Ontario().Silence(2).Say(words);
        Assert.Equal((need, priority), (call.State.Need, call.State.Priority));
        Assert.Equal("", call.State.Step);
    }

    [Fact]
    public void Need_ByKey_RaisesThePriority() =>
        Assert.Equal(("shelter", Priority.Urgent), (new Ontario().Silence(2).Press("1") is var c ? c.State.Need : null, c.State.Priority));

    [Theory]
    [InlineData("658")]
    [InlineData("658286")]
    public void Postal_KeyedM5V_ComesToTorontoByOneQuestion(string keys)
    {
        var call = Postal().Press(keys);
        var toronto = call.State.Candidates.ToList().FindIndex(c => Ontario.Set.Places.Fsas[c].Region == "toronto");
        Assert.Equal(("toronto", RegionStep.PostalCode, ""), (call.Press($"{toronto + 1}").State.Region, call.State.RegionSource, call.State.Step));
    }

    [Fact]
    public void Postal_KeyedWithoutDoubt_TellsTheRegionAtOnce()
    {
        var known = Ontario.Set.Places.Fsas;
        var sure = known.Values.First(f => Ivr.Places.PostalKeys.Candidates(Places.PostalKeysTests.Keyed(f.Code), known).Length == 1);
        Assert.Equal((sure.Region, ""), (Postal().Press(Places.PostalKeysTests.Keyed(sure.Code)) is var c ? c.State.Region : null, c.State.Step));
    }

    [Theory]
    [InlineData("M5V 2T6", "toronto")]
    [InlineData("it is m5v2t6.", "toronto")]
    [InlineData("K0K 1A0", "east")]
    public void Postal_Spoken_TellsTheRegionWhereMostPeopleLive(string words, string region) =>
        Assert.Equal(region, Postal().Say(words).State.Region);

    [Fact]
    public void Postal_Ambiguous_AsksOneConfirmingQuestion()
    {
        var (keys, choices) = Ambiguous();
        for (var i = 0; i < choices.Length; i++)
        {
            var call = Postal().Press(keys);
            Assert.Equal(choices, call.State.Candidates);
            Assert.Contains($"press {i + 1}", call.Heard);
            Assert.Equal(Ontario.Set.Places.Fsas[choices[i]].Region, call.Press($"{i + 1}").State.Region);
            Assert.Empty(call.State.Candidates);
        }
        Assert.Null(Postal().Press(keys).Silence(2).State.Region);
        Assert.Equal("crisis", Postal().Press(keys).Press("9").State.Line!.Queue);
    }

    [Theory]
    [InlineData("11")]
    [InlineData("111111")]
    [InlineData("***")]
    public void Postal_Nonsense_IsAskedAgainOnceAndThenTheProvinceServes(string keys)
    {
        var call = Postal().Press(keys);
        Assert.Equal("again misheard", call.Taken);
        Assert.Null(call.Press(keys).State.Region);
        Assert.Equal("", call.State.Step);
        Assert.Contains("region-unknown", call.Reasons);
    }

    [Fact]
    public void Postal_KeyAlone_IsCrisisOrAPerson()
    {
        Assert.Equal("crisis", Postal().Press("9").State.Line!.Queue);
        Assert.Equal(new LineState("person", Told: true), Postal().Press("0").State.Line);
        Assert.Equal("again misheard", Postal().Press("99").Taken);
    }

    [Fact]
    public void Anything_PressedOrSaid_KeepsTheCallAlive()
    {
        var answer = Gen.OneOf(
            Gen.Char["0123456789*#"].Array[1, 7].Select(c => (Digits: new string(c), Speech: "")),
            Queues.FloorGenerator.OneOf("658", "shelter", "M5V", "suicide", "").Select(s => (Digits: "", Speech: s)),
            Gen.String.Select(s => (Digits: "", Speech: s)));
        Gen.Select(Queues.FloorGenerator.OneOf("+14165550100", "+18005550199"), answer.Array[0, 12]).Sample((dialled, answers) =>
        {
            var call = new Ontario(dialled);
            var highest = call.State.Priority;
            foreach (var (digits, speech) in answers)
            {
                var arrived = call.State.ArrivedAt;
                _ = digits.Length > 0 ? call.Press(digits) : call.Say(speech);
                Assert.NotEmpty(call.View.Question.Parts);
                Assert.False(call.View.Ends);
                Assert.True(call.View.Length < TimeSpan.FromSeconds(45));
                Assert.True(call.State.Priority >= highest);
                Assert.True(arrived is null || arrived == call.State.ArrivedAt);
                highest = call.State.Priority;
            }
        }, iter: 500);
    }

    /// <summary>A caller who is asked for the postal code.</summary>
    private static Ontario Postal()
    {
        var call = new Ontario("+18005550199").Silence(2).Press("1");
        Assert.Equal("postal", call.State.Step);
        return call;
    }

    private static (string Keys, string[] Choices) Ambiguous()
    {
        foreach (var fsa in Ontario.Set.Places.Fsas.Keys.Order(StringComparer.Ordinal))
        {
            var keys = Places.PostalKeysTests.Keyed(fsa);
            var groups = Ivr.Places.PostalKeys.Candidates(keys, Ontario.Set.Places.Fsas).GroupBy(f => f.Region).ToList();
            if (groups.Count == 2)
                return (keys, [.. groups.Select(g => g.First().Code)]);
        }
        throw new InvalidOperationException("No keyed area is ambiguous.");
    }
}
