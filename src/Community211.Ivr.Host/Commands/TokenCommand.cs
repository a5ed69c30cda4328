using System.CommandLine;
using System.Net;
using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Host.Staff;

namespace Community211.Ivr.Host.Commands;

/// <summary><c>token</c>: what agents and supervisors prove themselves with.</summary>
internal static class TokenCommand
{
    public static Command Make(Option<string?> config, TextWriter output)
    {
        var json = new Option<bool>("--json") { Description = "Machine-readable.", Recursive = true };
        var who = new Option<string?>("--who") { Description = "Who gives the order. Default: the user's name.", Recursive = true };
        var asked = new Asked(config, json, who, output);
        return new Command("token", "Tokens of agents and supervisors, for the agent API.")
        {
            json,
            who,
            New("agent", "AGENT", "Makes a token for an agent of places.yaml. It is shown once.", (of, days, by) => new TokenOrder(of, null, days, by), asked),
            New("supervisor", "REGION", "Makes a token for the supervisor of a region. It is shown once.", (of, days, by) => new TokenOrder(null, of, days, by), asked),
            List(asked),
            Revoke(asked),
        };
    }

    private static Command New(string name, string of, string description, Func<string, int?, string, TokenOrder> order, Asked asked)
    {
        var holder = new Argument<string>(of) { Description = $"Id of places.yaml, for instance {(of == "AGENT" ? "toronto-1" : "toronto")}." };
        var days = new Option<int?>("--days") { Description = "How long it is good for, 1 to 365. Default: Agents:TokenDays." };
        var command = new Command(name, description) { holder, days };
        command.SetAction(async (parsed, stop) =>
        {
            var (settings, by) = (ConfigurationFile.Read(parsed.GetValue(asked.Config)).Settings, parsed.GetValue(asked.Who) ?? Environment.UserName);
            using var admin = new AdminClient(settings);
            var (status, said) = await admin.Send(HttpMethod.Post, "admin/tokens", order(parsed.GetValue(holder)!, parsed.GetValue(days), by), stop);
            return await Told(asked, parsed, status, said, () =>
            {
                var token = CallJson.Read<TokenView>(said.GetRawText());
                return $"Token {token.Id} for {Holder(token)}, until {token.ExpiresAt:yyyy-MM-dd HH:mm}Z. It is shown only now:{Environment.NewLine}{token.Token}";
            });
        });
        return command;
    }

    private static Command List(Asked asked)
    {
        var command = new Command("list", "All tokens, oldest first.");
        command.SetAction(async (parsed, stop) =>
        {
            using var admin = new AdminClient(ConfigurationFile.Read(parsed.GetValue(asked.Config)).Settings);
            var all = (await admin.Get<TokensView>("admin/tokens", stop))!;
            foreach (var line in parsed.GetValue(asked.Json) ? [JsonSerializer.Serialize(all, ConsoleJson.Whole)] : all.Tokens.IsEmpty ? ["No token was made yet."] : all.Tokens.Select(Line))
                await asked.Output.WriteLineAsync(line);
            return CommandLine.Yes;
        });
        return command;
    }

    private static Command Revoke(Asked asked)
    {
        var id = new Argument<long>("ID") { Description = "Number of the token; 'token list' shows it." };
        var command = new Command("revoke", "Makes a token refused from now on.") { id };
        command.SetAction(async (parsed, stop) =>
        {
            using var admin = new AdminClient(ConfigurationFile.Read(parsed.GetValue(asked.Config)).Settings);
            var (status, said) = await admin.Send(HttpMethod.Delete, $"admin/tokens/{parsed.GetValue(id)}", null, stop);
            return await Told(asked, parsed, status, said, () => $"Token {parsed.GetValue(id)}, of {said.GetProperty("of").GetString()}, is revoked.");
        });
        return command;
    }

    private static async Task<int> Told(Asked asked, ParseResult parsed, HttpStatusCode status, JsonElement said, Func<string> done)
    {
        var ok = status == HttpStatusCode.OK;
        await asked.Output.WriteLineAsync(parsed.GetValue(asked.Json) ? JsonSerializer.Serialize(said, ConsoleJson.Lean) : ok ? done() : said.GetProperty("error").GetString());
        return ok ? CommandLine.Yes : CommandLine.No;
    }

    private static string Line(TokenView token) =>
        $"{token.Id,4}  {Holder(token)}  made {token.MadeAt:yyyy-MM-dd} by {token.MadeBy}, "
        + (token.RevokedAt is { } revoked ? $"revoked {revoked:yyyy-MM-dd HH:mm}Z by {token.RevokedBy}" : $"until {token.ExpiresAt:yyyy-MM-dd HH:mm}Z");

    private static string Holder(TokenView token) => token.Role == StaffRole.Agent ? $"agent {token.Of}" : $"supervisor of {token.Of}";

    /// <summary>What all commands of <c>token</c> share.</summary>
    private sealed record Asked(Option<string?> Config, Option<bool> Json, Option<string?> Who, TextWriter Output);
}
