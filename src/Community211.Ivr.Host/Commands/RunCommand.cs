using System.CommandLine;
using System.Net.Sockets;
using Community211.Ivr.Carrier;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Places;

namespace Community211.Ivr.Host.Commands;

/// <summary><c>run</c>: the service and, with the simulated carrier, its trunk.</summary>
internal static class RunCommand
{
    public static Command Make(Option<string?> config, TimeProvider clock, TextWriter output)
    {
        var command = new Command("run", "Runs the service and, with Carrier:Mode=Simulated, the simulated trunk. The default.");
        command.SetAction(async (parsed, stop) =>
        {
            var (settings, configuration) = ConfigurationFile.Read(parsed.GetValue(config));
            using var alone = OneProcess.Hold(settings);
            await using var app = ServiceApp.Build(settings, configuration, clock);
            app.Lifetime.ApplicationStarted.Register(() => output.WriteLine(Banner(settings, app.Services.GetRequiredService<FlowSets>().Now)));
            try
            {
                await app.RunAsync(stop);
            }
            catch (IOException problem) when (problem.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
            {
                throw new ConfigurationProblem($"Service:Listen is '{settings.Listen}', which is in use. End what listens there, or choose another port.");
            }
            return CommandLine.Yes;
        });
        return command;
    }

    /// <summary>A number beside one of ours.</summary>
    private static string SomeCaller(PlacesModel places) =>
        places.Regions.Values.SelectMany(r => r.Dialled).Order(StringComparer.Ordinal).FirstOrDefault() is { } number ? $"{number[..^4]}0123" : "anonymous";

    private static string Banner(Settings settings, LiveFlow live) => string.Join(
        Environment.NewLine,
        new[]
        {
            "",
            $"  Service   {settings.Listen}  (health: {settings.Listen}health/ready)",
            settings.Mode == CarrierMode.Simulated ? $"  Carrier   simulated trunk, {settings.Trunk.Listen}" : $"  Carrier   Twilio, webhooks at {settings.Twilio.PublicBaseUrl}",
            $"  Flow      {live.Set.Flow.Id}, revision {live.Set.Revision}{(live.Publication is { } p ? $", publication {p.Number} by {p.Who}" : "")}; folder {settings.FlowFolder}",
            $"  Store     {settings.StoragePath}",
            "",
            settings.Mode == CarrierMode.Simulated
                ? $"  A first call, from a second terminal:\n    dotnet run --project src/Community211.Ivr.Host -- call --from {SomeCaller(live.Set.Places)} --to 211"
                : "  Calls come from the carrier. 'show' lists them.",
            "  Ctrl-C ends it.",
            "",
        });
}
