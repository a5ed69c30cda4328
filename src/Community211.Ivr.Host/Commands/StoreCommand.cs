using System.CommandLine;
using System.Net;
using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Host.Doctor;
using Community211.Ivr.Places;
using Community211.Ivr.Storage;

namespace Community211.Ivr.Host.Commands;

/// <summary><c>store</c>: what is done to the store as a whole.</summary>
internal static class StoreCommand
{
    public static Command Make(Option<string?> config, TimeProvider clock, TextWriter output) => new("store", "What is done to the store as a whole.") { Forget(config, clock, output) };

    private static Command Forget(Option<string?> config, TimeProvider clock, TextWriter output)
    {
        var number = new Argument<string>("NUMBER") { Description = "The caller's number, for instance +14165550123 or (416) 555-0123." };
        var who = new Option<string?>("--who") { Description = "Who gives the order. Default: the user's name." };
        var json = new Option<bool>("--json") { Description = "Machine-readable." };
        var command = new Command(
            "forget", "Deletes numbers, keys and words of every call from a number, for good; the calls and their reasons stay. Not while such a call is live, has a callback booked, or a case of imminent risk is open.")
        { number, who, json };
        command.SetAction(async (parsed, stop) =>
        {
            if (CallerNumber.Read(parsed.GetValue(number)) is not { } e164)
                throw new BadArgument($"'{parsed.GetValue(number)}' is no ten-digit number. Write it as +14165550123 or \"(416) 555-0123\".");
            var settings = ConfigurationFile.Read(parsed.GetValue(config)).Settings;
            var by = parsed.GetValue(who) ?? Environment.UserName;
            var (calls, whyNot) = (await ServiceState.Ask(settings, stop)).Runs ? await Asked(settings, e164, by, stop) : await Opened(settings, clock, e164, by, stop);
            await output.WriteLineAsync(
                parsed.GetValue(json) ? JsonSerializer.Serialize(new { calls, error = whyNot }, ConsoleJson.Lean)
                : whyNot ?? (calls == 0 ? "No call from that number has anything to forget." : $"Forgotten: numbers, keys and words of {Counted.Of(calls, "call")}."));
            return whyNot is null ? CommandLine.Yes : CommandLine.No;
        });
        return command;
    }

    /// <summary>A service uses the store: it is asked.</summary>
    private static async Task<(int Calls, string? WhyNot)> Asked(Settings settings, string number, string who, CancellationToken stop)
    {
        using var admin = new AdminClient(settings);
        var (status, said) = await admin.Send(HttpMethod.Post, "admin/forget", new ForgetOrder(number, who), stop);
        return status == HttpStatusCode.OK ? (CallJson.Read<ForgottenCalls>(said.GetRawText()).Calls, null) : (0, said.GetProperty("error").GetString());
    }

    /// <summary>Nobody uses the store, and nobody does until this is done.</summary>
    private static async Task<(int Calls, string? WhyNot)> Opened(Settings settings, TimeProvider clock, string number, string who, CancellationToken stop)
    {
        if (!File.Exists(settings.StoragePath))
            throw new BadArgument($"There is no store at {settings.StoragePath}: nothing is kept, and nothing can be forgotten. Is it the right --config?");
        using var alone = OneProcess.Hold(settings);
        using var store = SqliteStore.Open(settings.StoragePath, clock);
        return await new Forgetting(store, clock).Forget(number, who, stop);
    }
}
