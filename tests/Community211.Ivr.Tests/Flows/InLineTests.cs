using Community211.Ivr.Queues;

namespace Community211.Ivr.Tests.Flows;

/// <summary>What callers in line hear of their wait, and what their keys do there.</summary>
public sealed class InLineTests
{
    private static Ontario InLine => new Ontario().Silence();

    [Fact]
    public void FirstMessage_LanguageUnknown_IsInBothLanguagesAndNamesDangerAndCrisis()
    {
        var heard = InLine.Heard;
        Assert.Contains("en: In danger, hang up and dial 9-1-1. In a crisis, press 9.", heard);
        Assert.Contains("fr: ", heard);
    }

    [Theory]
    [InlineData(30, "We expect to answer within a minute or so.")]
    [InlineData(61, "We expect a wait of about 2 minutes.")]
    [InlineData(240, "We expect a wait of about 5 minutes.")]
    [InlineData(3600, "We expect a wait of about 60 minutes.")]
    [InlineData(3601, "You are number 7 in line.")]
    [InlineData(null, "You are number 7 in line.")]
    public void AfterTheFirstMessage_WaitIsForeseen_IsToldOnceAndThenWithEachReminder(int? wait, string told)
    {
        var call = new Ontario().Press("1").Silence();
        Assert.DoesNotContain(told, call.Heard);
        call = InLine.Foresee(new Forecast(7, wait));
        Assert.DoesNotContain(told, call.Heard);

        Assert.StartsWith($"en: {told}", call.Silence().Heard);
        Assert.DoesNotContain(told, call.Silence().Heard);
        while (call.State.Step.Length > 0)
            call.Silence();
        Assert.StartsWith($"en: {told}", call.Heard);
        Assert.Contains("still in line", call.Heard);
    }

    [Fact]
    public void Crisis_WaitIsForeseen_IsToldNothingOfIt()
    {
        var call = InLine.Press("9").Foresee(new Forecast(7, 240)).Silence();
        Assert.DoesNotContain("minutes", call.Heard);
        Assert.DoesNotContain("number", call.Heard);
    }

    [Fact]
    public void FirstMessage_FrenchIsPressed_IsSaidAgainInFrenchAndThePlaceIsKept()
    {
        var call = InLine;
        var (step, arrived) = (call.State.Step, call.State.ArrivedAt);

        call.Press("2");

        Assert.Equal(("fr", step, arrived, "language fr"), (call.State.Language, call.State.Step, call.State.ArrivedAt, call.Taken));
        Assert.StartsWith("fr: ", call.Heard);
        Assert.DoesNotContain("en: ", call.Heard);
        Assert.Contains("9-1-1", call.Heard);
    }

    [Fact]
    public void AfterTheFirstMessage_TwoIsPressed_AnswersWhatIsAsked() => Assert.Equal(("financial", null), (InLine.Silence().Press("2").State is var s ? (s.Need, s.Language) : default));
}
