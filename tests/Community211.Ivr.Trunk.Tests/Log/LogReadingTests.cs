using Community211.Ivr.Trunk.Log;

namespace Community211.Ivr.Trunk.Tests.Log;

public sealed class LogReadingTests
{
    private const string One = "{\"n\":1,\"callSid\":\"CA01\",\"at\":\"2026-11-03T14:00:00.000Z\",\"t\":0,\"kind\":\"dialled\",\"direction\":\"inbound\",\"from\":\"+14165550123\",\"to\":\"211\",\"number\":\"+14165550100\"}";

    [Theory]
    [InlineData("{\"n\":2,\"callSid\":\"CA01\",\"at\":\"2026-11")]
    [InlineData("{")]
    [InlineData("42")]
    [InlineData("{\"n\":2}")]
    [InlineData("{\"a\":1,\"a\":2,\"kind\"")]
    public void Log_CutInTheMiddleOfALine_IsReadUpToThere(string cut)
    {
        var reading = LogReading.Of([One, cut]);
        Assert.Single(reading.Entries);
        Assert.StartsWith("The log breaks off in line 2:", Assert.Single(reading.Notes), StringComparison.Ordinal);
        Assert.Contains("caller   dials 211, which is +14165550100", new LogTeller("CA01", false, "").Tell(reading), StringComparison.Ordinal);
    }

    [Fact]
    public void Log_CutInBetween_GoesOnAfterIt()
    {
        var reading = LogReading.Of([One, "{\"n\":2,\"ca", One]);
        Assert.Equal(2, reading.Entries.Count);
        Assert.StartsWith("Line 2 is not readable", Assert.Single(reading.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Log_WithFieldsOfAnotherKind_IsToldAllTheSame()
    {
        string[] odd = [One, "{\"kind\":5}", "{\"kind\":\"webhook\",\"callSid\":\"CA01\",\"form\":[1],\"status\":\"x\",\"at\":3,\"t\":\"y\",\"url\":null}", "{\"kind\":\"sms\",\"callSid\":\"CA01\",\"to\":\"+14165550123\"}"];
        Assert.Contains("sms to=+14165550123", new LogTeller("CA01", true, "").Tell(LogReading.Of(odd)), StringComparison.Ordinal);
        Assert.NotNull(new LogTeller(null, false, "").Tell(LogReading.Of(odd)));
    }

    [Theory]
    [InlineData(true, "no log", "of a trunk")]
    [InlineData(true, "once upon a time")]
    [InlineData(true, "{\"a\":1}", "{\"b\":2}")]
    [InlineData(false, "{\"n\":1,\"callS")]
    [InlineData(false, One, "no log", "of a trunk")]
    [InlineData(false)]
    public void File_WithoutALineOfALog_IsNone(bool none, params string[] lines) => Assert.Equal(none, LogReading.Of(lines).IsNoLog);

    [Fact]
    public void Log_ThatIsEmpty_HasNoCalls() =>
        Assert.StartsWith("0 calls", new LogTeller(null, false, "").Tell(LogReading.Of([])), StringComparison.Ordinal);
}
