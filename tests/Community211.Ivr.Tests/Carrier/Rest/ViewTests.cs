using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Tests.Carrier.Rest;

// "Pagination: {calls|queues|queue_members|conferences|participants: [...], next_page_uri|null}; URIs relative." "Types that trip:
// duration, price are strings; current_size, position, wait_time are integers."
public sealed class ViewTests : IDisposable
{
    private const string Account = $"/2010-04-01/Accounts/{Known.Account}";

    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly CarrierRig _rig = new();

    private readonly Dictionary<string, string> _lists = new()
    {
        [$"{Account}/Calls.json?Status=queued&PageSize=1000"] = """{"calls":[]}""",
        [$"{Account}/Calls.json?Status=ringing&PageSize=1000"] = """
            {"calls":[{"sid":"CA3","status":"ringing","direction":"outbound-api","from":"+14165550100","to":"+14165550177",
              "start_time":null,"date_created":null}],"next_page_uri":null}
            """,
        [$"{Account}/Calls.json?Status=in-progress&PageSize=1000"] = $$"""
            {"calls":[{"sid":"CA1","status":"in-progress","direction":"inbound","from":"anonymous","to":"+14165550100",
              "date_created":"Mon, 02 Mar 2026 12:00:00 +0000","duration":null,"price":"-0.01"}],
              "next_page_uri":"{{Account}}/Calls.json?Status=in-progress&PageSize=1000&Page=1&PageToken=PA1"}
            """,
        [$"{Account}/Calls.json?Status=in-progress&PageSize=1000&Page=1&PageToken=PA1"] = """
            {"calls":[{"sid":"CA2","direction":"inbound"},{"sid":null},7],"next_page_uri":""}
            """,
        [$"{Account}/Queues.json?PageSize=1000"] = """
            {"queues":[{"sid":"QU1","friendly_name":"toronto","current_size":1},{"sid":"QU2","friendly_name":"north","current_size":0}]}
            """,
        [$"{Account}/Queues/QU1/Members.json?PageSize=1000"] = """
            {"queue_members":[{"call_sid":"CA1","date_enqueued":"Mon, 02 Mar 2026 12:00:30 +0000","position":1,"wait_time":"31"}]}
            """,
        [$"{Account}/Conferences.json?Status=in-progress&PageSize=1000"] = """
            {"conferences":[{"sid":"CF1","friendly_name":"v-x-1"},{"sid":"CF2","friendly_name":"v-y-1"}]}
            """,
        [$"{Account}/Conferences/CF1/Participants.json?PageSize=1000"] = """{"participants":[{"call_sid":"CA2"},{"call_sid":"CA4"}]}""",
    };

    public ViewTests() => _rig.Stub.Lists = path => _lists.GetValueOrDefault(path);

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task View_AllPages_ShowsCallsMembersAndRooms()
    {
        var view = await _rig.View();
        Assert.NotNull(view);
        Assert.Equal(
            [
                new CarrierCall("CA1", "in-progress", true, "anonymous", "+14165550100", Noon),
                new CarrierCall("CA2", "in-progress", true, "", "", null),
                new CarrierCall("CA3", "ringing", false, "+14165550100", "+14165550177", null),
            ],
            view.Calls.Values.OrderBy(call => call.Sid, StringComparer.Ordinal));
        Assert.Equal([new CarrierMember("CA1", "QU1", "toronto", Noon.AddSeconds(30))], view.Members);
        Assert.Equal(["CA2", "CA4"], view.Rooms["v-x-1"]);
        Assert.Empty(view.Rooms["v-y-1"]);
        Assert.All(_rig.Stub.Asked, asked => Assert.Equal("GET", asked.Method));
    }

    [Theory]
    [InlineData("/Calls.json?Status=ringing&PageSize=1000")]
    [InlineData("/Calls.json?Status=in-progress&PageSize=1000&Page=1&PageToken=PA1")]
    [InlineData("/Queues.json?PageSize=1000")]
    [InlineData("/Conferences.json?Status=in-progress&PageSize=1000")]
    public async Task View_OneListMissing_IsNone(string path)
    {
        Assert.True(_lists.Remove(Account + path));
        Assert.Null(await _rig.View());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"queues":{}}""")]
    [InlineData("""{"queues":[""")]
    public async Task View_ListIllFormed_IsNone(string body)
    {
        _lists[$"{Account}/Queues.json?PageSize=1000"] = body;
        Assert.Null(await _rig.View());
    }

    [Theory]
    [InlineData("https://evil.example.org/2010-04-01/x.json")]
    [InlineData("//evil.example.org/x.json")]
    [InlineData("/elsewhere/Queues.json")]
    public async Task NextPage_NotBelowOurs_IsNotAsked(string next)
    {
        _lists[$"{Account}/Queues.json?PageSize=1000"] = $$"""{"queues":[],"next_page_uri":"{{next}}"}""";
        Assert.Null(await _rig.View());
        Assert.All(_rig.Stub.Asked, asked => Assert.StartsWith(Account, asked.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task NextPage_WithoutEnd_IsGivenUp()
    {
        _lists[$"{Account}/Queues.json?PageSize=1000"] = $$"""{"queues":[],"next_page_uri":"{{Account}}/Queues.json?PageSize=1000"}""";
        Assert.Null(await _rig.View());
        Assert.InRange(_rig.Stub.Asked.Count, 100, 110);
    }
}
