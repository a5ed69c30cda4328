using Community211.Ivr.EndToEnd.Tests.Drivers;

namespace Community211.Ivr.EndToEnd.Tests.Webhooks;

/// <summary>Only the carrier is listened to: others get 403, and nothing changes.</summary>
public sealed class SignatureTests(SignatureTests.WithTwoTokens shared) : IClassFixture<SignatureTests.WithTwoTokens>
{
    private const string Secondary = "00000000000000000000000000000212";

    private ServiceUnderTest Service => shared.Service;

    [Theory]
    [InlineData(Webhook.SampleToken)]
    [InlineData(Secondary)]
    public async Task Signed_WithEitherToken_IsAnswered(string token)
    {
        foreach (var method in (string[])["POST", "GET"])
        {
            var sid = Webhook.NewSid();
            var (status, type, body) = await (Webhook.Inbound(sid) with { Token = token, Method = method }).Send(Service);
            Assert.Equal((200, "text/xml"), (status, type));
            Assert.Contains("<Gather", body, StringComparison.Ordinal);
            Assert.True(await IsKnown(sid));
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("00000000000000000000000000000999", null)]
    [InlineData(null, "")]
    [InlineData(null, "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData(null, "no Base64 at all")]
    public async Task Signed_WrongOrNotAtAll_IsRefusedAndNothingChanges(string? token, string? signature)
    {
        foreach (var method in (string[])["POST", "GET"])
        {
            var sid = Webhook.NewSid();
            var (status, _, body) = await (Webhook.Inbound(sid) with { Token = token, Signature = signature, Method = method }).Send(Service);
            Assert.Equal(403, status);
            Assert.Contains("signature", body, StringComparison.OrdinalIgnoreCase);
            Assert.False(await IsKnown(sid));
        }
    }

    [Fact]
    public async Task Unsigned_StepOrStatus_LeavesALiveCallAsItIs()
    {
        var sid = Webhook.NewSid();
        await Webhook.Inbound(sid).Send(Service);
        var before = (await Service.Admin($"calls/{sid}")).GetRawText();
        foreach (var webhook in (Webhook[])[Webhook.Step(sid, 1, "2"), Webhook.Status(sid, "completed", 0), new Webhook("/voice/fallback") { Form = Webhook.Inbound(sid).Form }])
            Assert.Equal(403, (await (webhook with { Token = null }).Send(Service)).Status);
        Assert.Equal(before, (await Service.Admin($"calls/{sid}")).GetRawText());
    }

    [Fact]
    public async Task Signed_ForAnotherAccount_IsRefusedAndNothingChanges()
    {
        var sid = Webhook.NewSid();
        var (status, _, body) = await Webhook.Inbound(sid).With("AccountSid", "AC00000000000000000000000000000999").Send(Service);
        Assert.Equal(403, status);
        Assert.Contains("Twilio:AccountSid", body, StringComparison.Ordinal);
        Assert.False(await IsKnown(sid));
    }

    [Fact]
    public async Task Signed_ByTheTrunk_IsAnswered()
    {
        var sid = Webhook.NewSid();
        var form = Webhook.Inbound(sid, "+16135550123").Form.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
        var (status, body) = await Service.Trunk.Send($"{Service.Url}voice/inbound", form);
        Assert.Equal(200, status);
        Assert.Contains("<Gather", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Basic AAAA")]
    public async Task Admin_WithoutItsToken_IsRefused(string? authorization)
    {
        foreach (var path in (string[])["admin/calls", "admin/calls/CA1", "admin/calls/CA1/recording", "admin/floor"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (authorization is not null)
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
            using var answer = await Service.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(401, (int)answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("admin.token")]
    [InlineData("vault.key")]
    [InlineData("ivr.db")]
    public void Secrets_AreTheirOwnersAlone(string file)
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Service.Folder, file)));
    }

    private async Task<bool> IsKnown(string sid) => (await Service.Admin("calls?most=1000")).GetRawText().Contains(sid, StringComparison.Ordinal);

    /// <summary>A service while its token is being changed.</summary>
    public sealed class WithTwoTokens : IAsyncLifetime
    {
        internal ServiceUnderTest Service { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Service = await ServiceUnderTest.Started(("Twilio__SecondaryAuthToken", Secondary));

        public ValueTask DisposeAsync() => Service.DisposeAsync();
    }
}
