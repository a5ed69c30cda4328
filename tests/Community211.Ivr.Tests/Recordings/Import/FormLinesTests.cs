using Community211.Ivr.Host.Recordings;
using static Community211.Ivr.Tests.Recordings.Import.Requests;

namespace Community211.Ivr.Tests.Recordings.Import;

public sealed class FormLinesTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Lines_OfTwoCallersMixed_AreGatheredByCall()
    {
        var other = Inbound.Replace("0001&", "0002&", StringComparison.Ordinal);
        var calls = Lines(Inbound, other, "", Pressed);
        Assert.Equal([2, 1], calls.Calls.Select(c => c.Requests.Count));
        var recording = calls.Calls.First().ToRecording("calls.forms", At);
        Assert.Equal(("Imported from calls.forms, line 1.", Sid, At), (recording.Note, recording.CallSid, recording.Webhooks[0].At));
        Assert.Contains(recording.Webhooks[1].Form, f => f is { Key: "Digits", Value: "2" });
        Assert.Equal("", Problems(calls));
    }

    [Theory]
    [InlineData("/voice/step?answer=1 ", "/voice/step?answer=1")]
    [InlineData("POST https://ivr.example/base/voice/step?answer=1\t", "/base/voice/step?answer=1")]
    [InlineData("2026-11-24T16:00:00Z POST /answer.php ", "/answer.php")]
    public void Line_WithWhatProxiesWriteBefore_KeepsThePath(string before, string path)
    {
        var recording = Assert.Single(Lines(Inbound, before + Pressed).Calls).ToRecording("calls.forms", At);
        Assert.Equal(("POST", path), (recording.Webhooks[1].Method, recording.Webhooks[1].Url));
        Assert.Equal(before.Contains("16:00", StringComparison.Ordinal) ? At.AddHours(1) : At, recording.Webhooks[1].At);
    }

    [Fact]
    public void Line_OfAGetRequest_HasItsFieldsInTheUrl()
    {
        var recording = Assert.Single(Lines($"GET /voice/inbound?{Inbound}").Calls).ToRecording("calls.forms", At);
        Assert.Equal(("GET", $"/voice/inbound?{Inbound}"), (recording.Webhooks[0].Method, recording.Webhooks[0].Url));
    }

    [Fact]
    public void Number_WithItsPlusAsItIs_IsANumber()
    {
        var recording = Assert.Single(Lines(Inbound.Replace("%2B", "+", StringComparison.Ordinal)).Calls).ToRecording("calls.forms", At);
        Assert.Contains(recording.Webhooks[0].Form, f => f is { Key: "From", Value: "+16135550123" });
    }

    [Fact]
    public void Number_InAUrlWithItsPlusAsItIs_IsANumber()
    {
        var recording = Assert.Single(Lines($"GET /voice/inbound?{Inbound.Replace("%2B", "+", StringComparison.Ordinal)}").Calls).ToRecording("calls.forms", At);
        Assert.Equal("+16135550100", CarriedRecording.Of(recording, Sid, "ON").To);
    }

    [Theory]
    [InlineData("hello there", "2: The line is no form: name=value, with & between.")]
    [InlineData("From=%2B16135550123&Digits=2", "2: It looks like a webhook, but CallSid is missing.")]
    [InlineData("CallSid=../../etc&From=1", "2: CallSid is not CA followed by letters and digits.")]
    [InlineData("CallSid=CA1&From=%2G", "2: A percent sign is not followed by two hexadecimal digits.")]
    [InlineData("CallSid=CA1&From=%", "2: A percent sign is not followed by two hexadecimal digits.")]
    [InlineData("/voice/step?answer=%zz CallSid=CA1", "2: A percent sign is not followed by two hexadecimal digits.")]
    public void Line_ThatCannotBeRead_IsAProblemAndTheRestIsRead(string line, string problem)
    {
        var calls = Lines(Inbound, line, Pressed);
        Assert.Equal(problem, Problems(calls));
        Assert.Equal(2, Assert.Single(calls.Calls).Requests.Count);
    }

    [Fact]
    public void Call_WithoutItsBeginning_IsAProblem()
    {
        var calls = Lines("", Pressed, Pressed);
        Assert.StartsWith($"2: Call {Sid} has no inbound request", Problems(calls), StringComparison.Ordinal);
        Assert.Empty(calls.Calls);
    }

    [Fact]
    public void Requests_ThatAreNoWebhooksOfACaller_AreCounted()
    {
        var calls = Lines(
            Inbound, "GET /health", "user=me&password=none", "MessageSid=SM1&From=%2B16135550123",
            "CallSid=CA9&Direction=outbound-api&CallStatus=ringing", $"/voice/status?call={Sid}&offer=1 CallSid=CA9&Direction=outbound-api&CallStatus=ringing");
        Assert.Equal((3, 1, ""), (calls.NoWebhooks, calls.OtherLegs, Problems(calls)));
        Assert.Equal(2, Assert.Single(calls.Calls).Requests.Count);
    }

    [Fact]
    public void AnyBytes_NeverThrow()
    {
        var random = "=&%+ ?/\uFEFF\0CallSid=CA1&From=\uD800%41";
        foreach (var length in Enumerable.Range(1, random.Length))
            Assert.All(Lines(random[..length], random[^length..]).Calls, c => Assert.NotEmpty(c.ToRecording("any.forms", At).Webhooks));
    }
}
