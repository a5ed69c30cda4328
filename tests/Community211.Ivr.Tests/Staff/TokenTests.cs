using System.Text.Json;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Commands;

namespace Community211.Ivr.Tests.Staff;

/// <summary>Who is let in with which token, and who makes and revokes them.</summary>
public sealed class TokenTests
{
    [Fact]
    public async Task Token_MadeListedRevoked_ByTheCommand()
    {
        await using var shift = await Shift.Begun();
        var (code, said, _) = await shift.Service.Type("token", "agent", "toronto-1", "--who", "ana");
        Assert.Equal(CommandLine.Yes, code);
        Assert.StartsWith("Token 1 for agent toronto-1, until 2026-12-23 12:00Z. It is shown only now:\n", said, StringComparison.Ordinal);
        var token = said.Trim().Split('\n')[^1];
        Assert.Equal(200, (await Me(shift, token)).Status);

        var listed = (await shift.Service.Type("token", "list")).Said;
        Assert.Equal("   1  agent toronto-1  made 2026-11-23 by ana, until 2026-12-23 12:00Z\n", listed);
        Assert.Equal((CommandLine.Yes, "Token 1, of toronto-1, is revoked.\n", ""), await shift.Service.Type("token", "revoke", "1"));

        Assert.Equal((401, "This token was revoked on 2026-11-23 12:00Z by admin. Ask for a new one."), await Me(shift, token));
        Assert.Equal((CommandLine.No, "Token 1, of toronto-1, is revoked already.\n", ""), await shift.Service.Type("token", "revoke", "1"));
        Assert.Equal((CommandLine.No, "There is no token 7. 'ivr token list' lists them.\n", ""), await shift.Service.Type("token", "revoke", "7"));
    }

    [Fact]
    public async Task Token_Kept_IsAHashOnly()
    {
        await using var shift = await Shift.Begun();
        var token = await shift.Token("toronto-1");
        var kept = Assert.Single(await shift.Store.Tokens(TestContext.Current.CancellationToken));
        Assert.Equal(64, kept.Hash.Length);
        Assert.NotEqual(token, kept.Hash);
    }

    [Theory]
    [InlineData("There is no agent 'toronto-11' in places.yaml. Did you mean toronto-1?", "agent", "toronto-11")]
    [InlineData("There is no region 'torono'. Did you mean toronto?", "supervisor", "torono")]
    [InlineData("There is no region 'province'. Known are central-east, central-south, dufferin-peel, east, north, south-west, toronto.", "supervisor", "province")]
    public async Task Token_ForNobody_NamesTheNearest(string sentence, string role, string of)
    {
        await using var shift = await Shift.Begun();
        Assert.Equal((CommandLine.No, $"{sentence}\n", ""), await shift.Service.Type("token", role, of));
        Assert.Empty(await shift.Store.Tokens(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("{}", "Say for whom")]
    [InlineData("""{"agent":"toronto-1","supervisor":"toronto"}""", "Say for whom")]
    [InlineData("""{"agent":"toronto-1","days":0}""", "'days' is 0. Allowed: 1 to 365.")]
    [InlineData("""{"agent":"toronto-1","days":366}""", "'days' is 366. Allowed: 1 to 365.")]
    [InlineData("nonsense", "not understood as JSON")]
    public async Task Token_AskedWrongly_SaysWhatIsAllowed(string body, string sentence)
    {
        await using var shift = await Shift.Begun();
        var (status, said) = await shift.Service.Send(HttpMethod.Post, "admin/tokens", body);
        Assert.Equal(400, status);
        Assert.Contains(sentence, said.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_AfterItsDays_IsRefused()
    {
        await using var shift = await Shift.Begun();
        var token = await shift.Token("toronto-1", days: 1);
        shift.Service.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await Me(shift, token)).Status);
        shift.Service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((401, "This token expired on 2026-11-24 12:00Z. Ask for a new one."), await Me(shift, token));
    }

    [Fact]
    public async Task Token_WrongOrOfAnotherKind_IsRefused()
    {
        await using var shift = await Shift.Begun();
        Assert.Equal((401, "This token is not known. It may be mistyped, or of another installation."), await Me(shift, "nonsense"));
        Assert.Equal(401, (await Me(shift, " ")).Status);
        Assert.Equal((403, "This is a token of a supervisor, for /supervisor."), await Me(shift, await shift.Token("toronto", StaffRole.Supervisor)));
        var (status, said) = await shift.Service.Send(HttpMethod.Get, "supervisor/tokens", token: await shift.Token("toronto-1"));
        Assert.Equal((403, "This is a token of an agent, for /agent."), (status, said.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task Token_OfAnAgentNoLongerInTheFiles_IsRefused()
    {
        await using var shift = await Shift.Begun();
        var token = await shift.Token("toronto-3");
        shift.Service.Edit("places.yaml", "      - { id: toronto-3, number: \"+14165550173\", languages: [en], crisis: no }\n", "");
        Assert.Equal(CommandLine.Yes, (await shift.Service.Type("publish", "--who", "ana")).Code);
        await shift.Service.Look();
        Assert.Equal((403, "toronto-3 does not stand in the live places.yaml any more."), await Me(shift, token));
    }

    [Fact]
    public async Task Supervisor_MakesAndRevokes_TokensOfTheirOwnAgentsOnly()
    {
        await using var shift = await Shift.Begun();
        var supervisor = await shift.Token("toronto", StaffRole.Supervisor);
        var (status, made) = await shift.Service.Send(HttpMethod.Post, "supervisor/tokens", """{"agent":"toronto-2"}""", supervisor);
        Assert.Equal((200, "supervisor toronto"), (status, made.GetProperty("madeBy").GetString()));
        Assert.Equal(200, (await Me(shift, made.GetProperty("token").GetString()!)).Status);

        const string only = "A supervisor of toronto makes tokens for agents of toronto only.";
        Assert.Equal((403, only), await Send(shift, HttpMethod.Post, "supervisor/tokens", """{"agent":"east-1"}""", supervisor));
        Assert.Equal((403, only), await Send(shift, HttpMethod.Post, "supervisor/tokens", """{"supervisor":"toronto"}""", supervisor));
        var (_, others) = await shift.Service.Send(HttpMethod.Post, "admin/tokens", """{"agent":"east-1"}""");
        Assert.Equal(404, (await Send(shift, HttpMethod.Delete, $"supervisor/tokens/{others.GetProperty("id").GetInt32()}", null, supervisor)).Status);
        Assert.Equal(200, (await shift.Service.Send(HttpMethod.Delete, $"supervisor/tokens/{made.GetProperty("id").GetInt32()}", null, supervisor)).Status);
        Assert.Equal(401, (await Me(shift, made.GetProperty("token").GetString()!)).Status);
    }

    private static Task<(int Status, string? Sentence)> Me(Shift shift, string token) => Send(shift, HttpMethod.Get, "agent/me", null, token);

    private static async Task<(int Status, string? Sentence)> Send(Shift shift, HttpMethod method, string path, string? body, string token)
    {
        var (status, said) = await shift.Service.Send(method, path, body, token);
        return (status, said.ValueKind == JsonValueKind.Object && said.TryGetProperty("error", out var error) ? error.GetString() : null);
    }
}
