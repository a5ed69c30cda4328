using System.Text;
using Community211.Ivr.Carrier;

namespace Community211.Ivr.Tests.Carrier.Webhooks;

public sealed class FormBodyTests
{
    [Theory]
    [InlineData("FromCity=NORTH+BAY")]
    [InlineData("FromCity=NORTH%20BAY")]
    public void Space_EitherWay_IsRead(string form) => Assert.Equal("NORTH BAY", Read(form).Text("FromCity"));

    [Theory]
    [InlineData("From=%2b14165550123")]
    [InlineData("From=%2B14165550123")]
    public void Escape_EitherCase_IsRead(string form) => Assert.Equal("+14165550123", Read(form).Text("From"));

    [Fact]
    public void Fields_RepeatedAndEmpty_KeepTheirOrder() =>
        Assert.Equal(
            [new("b", "1"), new("a", ""), new("b", ""), new("c", ""), new("B", "2"), new("b", "a=b")],
            Read("b=1&a=&b=&&c&B=2&b=a=b&").Fields);

    [Fact]
    public void Text_EmptyThenSet_IsTheFirstThatIsNotEmpty()
    {
        var form = Read("x=&x=1&x=2&y=&X=3");
        Assert.Equal("1", form.Text("x"));
        Assert.Equal("3", form.Text("X"));
        Assert.Null(form.Text("y"));
        Assert.Null(form.Text("z"));
    }

    // "From*/To*City: as empty strings when unknown (never absent)"; towns are not all ASCII.
    [Fact]
    public void Town_NotAscii_IsRead() => Assert.Equal("TROIS-RIVIÈRES", Read("FromCity=TROIS-RIVI%c3%88RES").Text("FromCity"));

    [Theory]
    [InlineData("a=%")]
    [InlineData("a=%4")]
    [InlineData("a=%zz")]
    [InlineData("%=1")]
    [InlineData("a=100%&b=1")]
    public void Escape_Broken_Is400(string form) => Rejected(400, Sent.Post("/voice/step", form));

    [Theory]
    [InlineData("a=%ff")]
    [InlineData("a=%c3")]
    [InlineData("a=%ED%A0%80")]
    [InlineData("a=%00")]
    [InlineData("a%00=1")]
    public void Text_NotUtf8OrNul_Is400(string form) => Rejected(400, Sent.Post("/voice/step", form));

    [Fact]
    public void Bytes_RawAndNotUtf8_Are400() => Rejected(400, Sent.Post("/voice/step", [(byte)'a', (byte)'=', 0xE9]));

    [Theory]
    [InlineData(FormBody.MostBytes, null)]
    [InlineData(FormBody.MostBytes + 1, 413)]
    public void Body_AtTheLimit_IsReadAndBeyondIs413(int bytes, int? status)
    {
        var request = Sent.Post("/voice/step", "a=" + new string('x', bytes - 2));
        if (status is { } code)
            Rejected(code, request);
        else
            Assert.Equal(bytes - 2, FormBody.Read(request).Text("a")!.Length);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/x-www-form-urlencoded; charset=UTF-8")]
    [InlineData("Application/X-WWW-Form-Urlencoded;charset=\"utf-8\"")]
    public void ContentType_OfAForm_IsTaken(string type) =>
        Assert.Equal("1", FormBody.Read(Sent.Post("/voice/step", "a=1", type)).Text("a"));

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/x-www-form-urlencoded; charset=iso-8859-1")]
    [InlineData("")]
    [InlineData("nonsense")]
    public void ContentType_Other_Is415(string type) => Rejected(415, Sent.Post("/voice/step", "a=1", type));

    [Fact]
    public void ContentType_Missing_Is415() =>
        Rejected(415, new WebhookRequest("POST", "/voice/step", new Dictionary<string, string>(), Encoding.UTF8.GetBytes("a=1")));

    [Theory]
    [InlineData("PUT")]
    [InlineData("HEAD")]
    [InlineData("get")]
    public void Method_Other_Is405(string method) => Rejected(405, Sent.Post("/voice/step", "a=1") with { Method = method });

    [Fact]
    public void Get_Query_IsReadWithoutWhatIsOurs() =>
        Assert.Equal(
            [new("CallSid", Known.Caller), new("Digits", "1"), new("msg", "Gather End"), new("Answer", "4")],
            FormBody.Read(Sent.Get(
                $"/voice/step?answer=3&at=key&call=c&epoch=1&offer=o&page=2&CallSid={Known.Caller}&Digits=1&msg=Gather+End&Answer=4"))
                .Fields);

    private static FormBody Read(string form) => FormBody.Read(Sent.Post("/voice/step", form));

    private static void Rejected(int status, WebhookRequest request)
    {
        var rejected = Assert.Throws<WebhookRejected>(() => FormBody.Read(request));
        Assert.Equal(status, rejected.Status);
        Assert.EndsWith(".", rejected.Message, StringComparison.Ordinal);
    }
}
