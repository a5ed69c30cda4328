using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Rest;
using Community211.Ivr.Trunk.Tests.Drivers;
using CsCheck;
using Microsoft.AspNetCore.Http;

namespace Community211.Ivr.Trunk.Tests.Rest;

/// <summary>Whatever a client sends, the answer has the carrier's shape, and the log a line about it.</summary>
public sealed class BadRequestsTests
{
    private const string Root = "/2010-04-01/Accounts/" + TrunkDriver.Account;
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    private static readonly string[] Paths =
    [
        "Calls.json", "Calls/CA0.json", "Messages.json", "Messages/SM0.json", "Queues.json", "Queues/QU0.json", "Queues/QU0/Members/Front.json", "Conferences/CF0.json",
        "Conferences/help/Participants.json", "Conferences/CF0/Participants/CA0.json", "IncomingPhoneNumbers.json", "Calls/CA0/Recordings.json", "Nothing.json",
    ];

    private static readonly string[] Types =
        [UrlEncoded, UrlEncoded + "; charset=utf-8", UrlEncoded + "; charset=utf-99", "multipart/form-data; boundary=", "multipart/form-data; boundary=x", "multipart/form-data", "application/json", "text/xml", "x"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<TrunkDriver> Trunk() => TrunkDriver.Start(HelpLine.Answer);

    private static async Task<(int Status, JsonNode? Body)> Post(TrunkDriver trunk, string path, byte[] body, string type = UrlEncoded)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path.StartsWith('/') ? path : $"{Root}/{path}") { Content = new ByteArrayContent(body) };
        message.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{TrunkDriver.Account}:{TrunkDriver.Token}")));
        using var answer = await trunk.Http.SendAsync(message, Token);
        var text = await answer.Content.ReadAsStringAsync(Token);
        return ((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    // "Errors: {"code":20404,"message":"…","more_info":"https://www.twilio.com/docs/errors/20404","status":404} … 20001 400"
    private static void IsRefused((int Status, JsonNode? Body) answer, int status, int code)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal((code, status), ((int)answer.Body!["code"]!, (int)answer.Body["status"]!));
        Assert.Equal($"https://www.twilio.com/docs/errors/{code}", (string?)answer.Body["more_info"]);
        Assert.False(string.IsNullOrEmpty((string?)answer.Body["message"]));
    }

    private static JsonNode LastLine(TrunkDriver trunk) => JsonNode.Parse(trunk.Exchange.Log.After(0)[^1])!;

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task Form_WithANulCharacter_IsRefusedAndLogged(string path)
    {
        await using var trunk = await Trunk();
        IsRefused(await Post(trunk, path, "To=%2B14165550199&From=%2B14165550100&Body=a%00b"u8.ToArray()), 400, 20001);
        Assert.Equal(("rest", 400, 20001), ((string?)LastLine(trunk)["kind"], (int)LastLine(trunk)["status"]!, (int)LastLine(trunk)["code"]!));
    }

    public static TheoryData<string> Posts => [.. Paths];

    [Theory]
    [InlineData("multipart/form-data; boundary=", "x")]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"To\"\r\n\r\nwithout an end")]
    public async Task Form_ThatCannotBeRead_IsRefused(string type, string body)
    {
        await using var trunk = await Trunk();
        IsRefused(await Post(trunk, "Messages.json", Encoding.UTF8.GetBytes(body), type), 400, 20001);
    }

    [Fact]
    public async Task Form_OfTooManyFields_IsRefused()
    {
        await using var trunk = await Trunk();
        IsRefused(await Post(trunk, "Calls.json", Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Range(0, 5000).Select(at => $"f{at}=1")))), 400, 20001);
    }

    [Theory]
    [InlineData("/2010-04-01/Accounts.json")]
    [InlineData("/2010-04-01/")]
    [InlineData("/2010-04-01/Nothing")]
    [InlineData("/v1/zz")]
    public async Task Path_WhereNothingIs_IsNotFoundAndLogged(string path)
    {
        await using var trunk = await Trunk();
        IsRefused(await Post(trunk, path, []), 404, 20404);
        Assert.Equal(path, (string?)LastLine(trunk)["path"]);
        Assert.Contains($"not simulated: POST {path}.", await trunk.Http.GetStringAsync("/sim/log", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_AskedByAnotherMethod_IsNotAllowed()
    {
        await using var trunk = await Trunk();
        IsRefused(await Post(trunk, Root + ".json", []), 405, 20004);
    }

    // "suffix `.json` needed (default is XML)"
    [Theory]
    [InlineData("Calls.xml")]
    [InlineData("Calls.csv")]
    [InlineData("Calls")]
    public async Task Path_OfAnotherFormat_IsToldWhatToAskFor(string path)
    {
        await using var trunk = await Trunk();
        var answer = await Post(trunk, path, []);
        Assert.Equal(406, answer.Status);
        Assert.EndsWith($"Ask for {Root}/Calls.json.", (string?)answer.Body!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_OfAnUnknownField_IsShownWithoutWhatSteersATerminal()
    {
        await using var trunk = await Trunk();
        await Post(trunk, "Queues.json", "FriendlyName=help&%1b%5b31m%07=1"u8.ToArray());
        var warning = trunk.Exchange.Log.After(0).Select(line => (string?)JsonNode.Parse(line)!["message"]).Single(message => message?.StartsWith("Unknown field", StringComparison.Ordinal) == true);
        Assert.Contains("'\\u001b[31m\\u0007'", warning, StringComparison.Ordinal);
    }

    [Fact]
    public Task Form_OfAnyBytes_IsAnsweredInTheCarriersShape() =>
        Gen.Select(RandomTwiml.OneOf(Paths), RandomTwiml.OneOf(Types), Gen.OneOf(Gen.Byte.Array[0, 300], Gen.Char[' ', '~'].Array[0, 300].Select(letters => Encoding.UTF8.GetBytes(letters))))
            .SampleAsync(async (path, type, body) =>
            {
                await using var trunk = await Trunk();
                var answer = await Post(trunk, path, body, type);
                if (answer.Status < 400)
                    return;
                Assert.InRange(answer.Status, 400, 499);
                IsRefused(answer, answer.Status, (int)answer.Body!["code"]!);
            }, threads: 1);

    [Fact]
    public async Task Defect_OfTheTrunk_IsA20500AndToldInTheLog()
    {
        await using var trunk = await Trunk();
        var context = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        context.Request.Path = Root + "/Calls.json";
        await new RestErrors(trunk.Exchange, new RestApi(trunk.Exchange)).Handle(context, _ => throw new InvalidOperationException("a defect"));
        context.Response.Body.Position = 0;
        IsRefused((context.Response.StatusCode, await JsonNode.ParseAsync(context.Response.Body, cancellationToken: Token)), 500, 20500);
        Assert.Contains(trunk.Exchange.Log.After(0), line => line.Contains("The trunk failed on", StringComparison.Ordinal) && line.Contains("a defect", StringComparison.Ordinal));
    }
}
