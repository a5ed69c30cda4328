using Community211.Ivr.Flows;

namespace Community211.Ivr.Tests.Flows;

public sealed class WhenWordTests
{
    private const string Steps = """
          first: { when: surge, then: flood, otherwise: person }
          flood: { say: "The flood keeps us busy.", next: person }
          asked: { say: "One moment.", next: keep-waiting }
        """;

    private static readonly Ivr.Flows.Model.FlowSet Set = WithSteps.Set(Steps);

    [Fact]
    public void When_Closed_GoesOnWithoutAWord()
    {
        var call = new Ontario(set: Set);
        Assert.Equal(["first", "person", "asked"], call.State.Path);
        Assert.Contains("calendar-closed", call.Reasons);
    }

    [Fact]
    public void When_OpenedByStaff_LeadsTheOtherWay()
    {
        var call = new Ontario(set: Set, conditions: new Conditions(["surge"]));
        Assert.Equal("en: The flood keeps us busy.", call.Heard);
        Assert.Contains("calendar-open", call.Reasons);
    }

    [Fact]
    public void Read_UnknownCalendar_IsAFindingWithTheNearest() =>
        Assert.Equal("Did you mean 'surge'?", WithSteps.Expect(Steps.Replace("when: surge", "when: surges", StringComparison.Ordinal), "unknown-calendar", "when: surges").Remedy);

    [Fact]
    public void Read_WithoutThen_IsAFinding() =>
        WithSteps.Expect(Steps.Replace("then: flood, ", "", StringComparison.Ordinal), "missing-field", "{ when: surge");
}
