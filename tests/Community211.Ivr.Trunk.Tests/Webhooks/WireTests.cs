using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Community211.Ivr.Trunk.Tests.Drivers;
using Community211.Ivr.Trunk.Time;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Tests.Webhooks;

/// <summary>What goes over a real socket, and the carrier's codes for what goes wrong there.</summary>
public sealed class WireTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Sends one webhook to a server that does as told with each connection; returns the answer and what the connections brought.</summary>
    private static async Task<(WebhookAnswer Answer, IReadOnlyList<string> Heard)> Send(Func<Stream, Task> serve, string scheme = "http", string fragment = "")
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var heard = new List<string>();
        var serving = Serve(listener, serve, heard);
        var time = new TrunkTime(new VirtualClock());
        using var handler = CarrierSockets.Handler();
        using var sender = new WebhookSender(handler, time, false);
        var request = new WebhookRequest("POST", $"{scheme}://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/voice?a=1{fragment}", [new("CallSid", "CA1"), new("FromCity", "")], "12345")
        {
            IdempotencyToken = "7e9a3c4e-0000-4000-a000-000000000211",
        };
        var answer = await time.RunStrand(() => sender.Send(request, new CookieContainer())).WaitAsync(Token);
        listener.Stop();
        await serving;
        return (answer, heard);
    }

    private static async Task Serve(TcpListener listener, Func<Stream, Task> serve, List<string> heard)
    {
        while (true)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(Token);
                await using var recorded = new Recorded(client.GetStream());
                try
                {
                    await serve(recorded);
                }
                catch (Exception failure) when (failure is IOException or System.Security.Authentication.AuthenticationException)
                {
                    // The carrier hung up on a server that it does not trust.
                }
                heard.Add(recorded.Text);
            }
            catch (Exception failure) when (failure is SocketException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private static async Task<string> Request(Stream stream)
    {
        var text = "";
        var buffer = new byte[4096];
        while (!text.Contains("FromCity=", StringComparison.Ordinal) && await stream.ReadAsync(buffer, Token) is > 0 and var length)
            text += Encoding.ASCII.GetString(buffer, 0, length);
        return text;
    }

    private static Func<Stream, Task> Answering(string answer) => async stream =>
    {
        await Request(stream);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(answer), Token);
    };

    // The headers of captures, with their spelling, and no others: "`User-Agent: TwilioProxy/1.1`; … `X-Home-Region: us1`"
    [Fact]
    public async Task Request_OnTheWire_HasTheCarriersHeadersAndNoOthers()
    {
        using var activity = new System.Diagnostics.Activity("test").Start();
        var (answer, heard) = await Send(Answering("HTTP/1.1 204 No Content\r\n\r\n"));
        Assert.Equal(204, answer.Status);
        var lines = Assert.Single(heard).Split("\r\n");
        Assert.Equal("POST /voice?a=1 HTTP/1.1", lines[0]);
        Assert.Equal("CallSid=CA1&FromCity=", lines[^1]);
        var headers = lines.Skip(1).TakeWhile(line => line.Length > 0).ToDictionary(line => line.Split(": ")[0], line => line.Split(": ")[1]);
        Assert.Equal(
            ["Accept", "Accept-Encoding", "Content-Length", "Content-Type", "Host", "I-Twilio-Idempotency-Token", "User-Agent", "X-Home-Region", "X-Twilio-Signature"],
            headers.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["TwilioProxy/1.1", "*/*", "gzip", "us1"], [headers["User-Agent"], headers["Accept"], headers["Accept-Encoding"], headers["X-Home-Region"]]);
        Assert.Equal("application/x-www-form-urlencoded; charset=UTF-8", headers["Content-Type"]);
    }

    // "11206 protocol violation"; a connection that breaks off in the middle of an answer is one, too.
    [Theory]
    [InlineData("HELLO\r\n\r\n", 11206)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<Resp", 11206)]
    [InlineData("", 11206)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\n\r\nnot gzip.", 11200)]
    public async Task Answer_ThatIsNoHttp_HasItsCode(string answer, int code)
    {
        var (told, heard) = await Send(Answering(answer));
        Assert.Equal(code, told.ErrorCode);
        Assert.Single(heard);
    }

    // "11205 connect failure"
    [Fact]
    public async Task Connection_Refused_IsA11205()
    {
        var time = new TrunkTime(new VirtualClock());
        using var handler = CarrierSockets.Handler();
        using var sender = new WebhookSender(handler, time, false);
        var attempts = new List<int>();
        var answer = await time.RunStrand(() => sender.Send(
            new WebhookRequest("POST", "http://127.0.0.1:1/", [], "12345") { IdempotencyToken = "" }, new CookieContainer(), told => attempts.Add(told.Attempt)));
        Assert.Equal(11205, answer.ErrorCode);
        Assert.Equal([1, 2], attempts);
    }

    // "11220/11235/11236/11237 TLS"; "Self-signed certificates rejected."
    [Theory]
    [InlineData("localhost", 2020, 2099, 11237)]
    [InlineData("other.test", 2020, 2099, 11235)]
    [InlineData("localhost", 2020, 2021, 11236)]
    public async Task Certificate_ThatIsNotAccepted_HasItsCode(string name, int from, int until, int code)
    {
        using var key = RSA.Create(2048);
        var asked = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        asked.CertificateExtensions.Add(names.Build());
        using var made = asked.CreateSelfSigned(new DateTimeOffset(from, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(until, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        var (answer, _) = await Send(
            async stream =>
            {
                await using var tls = new SslStream(stream);
                await tls.AuthenticateAsServerAsync(certificate);
                await Request(tls);
            },
            "https");
        Assert.Equal(code, answer.ErrorCode);
        Assert.Equal(WireFailure.Connect, answer.Failure);
    }

    // "1 retry on connect/TLS failure"
    [Fact]
    public async Task Tls_WithAServerThatDoesNotSpeakIt_IsA11220AndTriedAgain()
    {
        var (answer, heard) = await Send(stream => stream.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), Token).AsTask(), "https");
        Assert.Equal(11220, answer.ErrorCode);
        Assert.Equal(2, heard.Count);
    }

    // "11210 bad host"; "host names must not contain `_`"
    [Theory]
    [InlineData("http://my_service.test/inbound", "11210")]
    [InlineData("http:///inbound", "11100")]
    public async Task Host_ThatTheCarrierDoesNotReach_GoesToTheFallback(string url, string code)
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path switch
        {
            "/inbound" => $"<Redirect>{url}</Redirect>",
            "/fallback" => "<Say>Fallback.</Say>",
            _ => null,
        });
        await trunk.Play();
        Assert.Equal(code, trunk.Web.At("/fallback")[0]["ErrorCode"]);
    }

    [Fact]
    public async Task Host_WithoutAnAddress_IsA11210AndNotTriedAgain()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/fallback" ? "<Say>Fallback.</Say>" : null);
        trunk.Web.Special = asked => asked.Path == "/inbound" ? throw new HttpRequestException(HttpRequestError.NameResolutionError, "no such host") : null;
        await trunk.Play();
        Assert.Single(trunk.Web.At("/inbound"));
        Assert.Equal("11210", trunk.Web.At("/fallback")[0]["ErrorCode"]);
    }
}
