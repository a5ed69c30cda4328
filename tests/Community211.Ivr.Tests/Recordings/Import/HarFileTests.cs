using static Community211.Ivr.Tests.Recordings.Import.Requests;

namespace Community211.Ivr.Tests.Recordings.Import;

public sealed class HarFileTests
{
    private const string Url = "https://ivr.example/voice/inbound";
    private static readonly DateTimeOffset Unused = DateTimeOffset.UnixEpoch;

    [Fact]
    public void Archive_OfACall_IsReadInTheOrderOfTime()
    {
        var calls = Har(Archive(
            Entry("https://ivr.example/voice/step?answer=1", Text(Pressed), "2026-11-24T15:00:09Z"),
            Entry(Url, Text(Inbound), "2026-11-24T15:00:00Z")));
        var recording = Assert.Single(calls.Calls).ToRecording("calls.har", Unused);
        Assert.Equal(["/voice/inbound", "/voice/step?answer=1"], recording.Webhooks.Select(w => w.Url));
        Assert.Equal(TimeSpan.FromSeconds(9), recording.Until - recording.Webhooks[0].At);
        Assert.Equal("", Problems(calls));
    }

    [Fact]
    public void Entry_WithFieldsOneByOne_IsRead()
    {
        var fields = $$"""{"mimeType":"application/x-www-form-urlencoded","params":[{"name":"CallSid","value":"{{Sid}}"},{"name":"From","value":"+16135550123"},{"name":"To","value":"+16135550100"}]}""";
        var recording = Assert.Single(Har(Archive(Entry(Url, fields))).Calls).ToRecording("calls.har", Unused);
        Assert.Contains(recording.Webhooks[0].Form, f => f is { Key: "From", Value: "+16135550123" });
    }

    [Fact]
    public void Entry_InBase64_IsRead()
    {
        var text = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Inbound));
        Assert.Single(Har(Archive(Entry(Url, $$"""{"mimeType":"application/x-www-form-urlencoded","encoding":"base64","text":"{{text}}"}"""))).Calls);
        Assert.Equal(
            "2: postData says that it is base64, and is not.",
            Problems(Har(Archive(Entry(Url, """{"encoding":"base64","text":"CallSid=CA1"}""")))));
    }

    [Fact]
    public void Archive_CutOff_GivesWhatStandsBeforeTheCut()
    {
        var whole = Archive(Entry(Url, Text(Inbound)), Entry(Url, Text(Pressed)));
        for (var length = 0; length < whole.Length; length++)
            Assert.NotEmpty(Har(whole[..length]).Problems);
        var calls = Har(whole[..^30]);
        Assert.Single(Assert.Single(calls.Calls).Requests);
        Assert.Equal("3: The file is cut off or damaged here; what stands before was read.", Problems(calls));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("CallSid=CA1")]
    [InlineData("""{"log":{"version":"1.2"}}""")]
    [InlineData("""{"log":{"entries":{}}}""")]
    public void File_ThatIsNoArchive_SaysSo(string text) =>
        Assert.StartsWith("1: It is no HTTP archive", Problems(Har(text)), StringComparison.Ordinal);

    [Fact]
    public void Entries_OfEveryOtherKind_AreCountedOrTold()
    {
        var calls = Har(Archive(
            "7", "{}", """{"request":{"url":7}}""",
            Entry("https://ivr.example/app.js", """{"mimeType":"application/json","text":"{}"}"""),
            """{"request":{"method":"OPTIONS","url":"https://ivr.example/"}}""",
            """{"request":{"method":"GET","url":"https://ivr.example/health"}}"""));
        Assert.Equal("2: The entry has no request with a URL. | 3: The entry has no request with a URL. | 4: The entry has no request with a URL.", Problems(calls));
        Assert.Equal(3, calls.NoWebhooks);
    }
}
