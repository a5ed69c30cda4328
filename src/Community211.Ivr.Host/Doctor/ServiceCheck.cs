using System.Net;
using System.Net.Sockets;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host.Doctor;

/// <summary>Whether the service runs and is ready; where it does not, whether its address is free.</summary>
internal sealed class ServiceCheck : IInstallationCheck
{
    private const string Start = "Start it with: dotnet run --project src/Community211.Ivr.Host";

    public string Subject => "Service";

    public IReadOnlyList<string> Keys => ["Service:Listen"];

    public async Task<IReadOnlyList<Diagnosis>> Look(Installation installation, CancellationToken stop)
    {
        var (settings, state) = (installation.Settings, installation.Service);
        var where = settings.Listen.ToString().TrimEnd('/');
        return state.Kind switch
        {
            ServiceKind.Ready => [Diagnosis.Ok(Subject, $"runs at {where} and is ready, {state.Said}")],
            ServiceKind.NotReady => [Diagnosis.Fail(Subject, $"runs at {where} and cannot serve callers: {state.Said}", "The lines below say more; its log does too.")],
            ServiceKind.Stranger => [Diagnosis.Fail(Subject, $"{where} is taken: {state.Said}", "End what listens there, or choose another port for Service:Listen.")],
            _ => [await NotRunning(settings, where, stop)],
        };
    }

    private async Task<Diagnosis> NotRunning(Settings settings, string where, CancellationToken stop)
    {
        if (HolderOf(settings) is { } holder)
        {
            return Diagnosis.Fail(
                Subject, $"does not answer at {where}, but a service{holder} holds the store", "It listens elsewhere, is just starting, or hangs. End that process, or look at it with its own configuration.");
        }
        try
        {
            foreach (var address in await AddressesOf(settings.Listen, stop))
            {
                using var listener = new TcpListener(address, settings.Listen.Port);
                listener.Start();
            }
            return Diagnosis.Ok(Subject, $"does not run; {where} is free. {Start}");
        }
        catch (SocketException problem)
        {
            return Diagnosis.Fail(Subject, $"does not run and could not listen at {where}: {problem.Message}", Remedy(problem.SocketErrorCode));
        }
    }

    private static string Remedy(SocketError error) => error switch
    {
        SocketError.AddressAlreadyInUse => "End what listens there, or choose another port for Service:Listen.",
        SocketError.AccessDenied => "Ports below 1024 are not for every user: choose a higher one for Service:Listen, and let a proxy listen on 80 and 443.",
        SocketError.AddressNotAvailable => "It is no address of this machine. Set Service:Listen to one, for instance http://127.0.0.1:5211, or to http://0.0.0.0:5211 for all of them.",
        _ => "Set Service:Listen to an address of this machine, for instance http://127.0.0.1:5211.",
    };

    private static async Task<IPAddress[]> AddressesOf(Uri listen, CancellationToken stop) =>
        IPAddress.TryParse(listen.Host.Trim('[', ']'), out var address) ? [address]
        : listen.Host == "localhost" ? [IPAddress.Loopback]
        : await Dns.GetHostAddressesAsync(listen.Host, stop);

    /// <summary>The process that holds the store, as words; null when nobody does.</summary>
    private static string? HolderOf(Settings settings)
    {
        var path = Path.Combine(settings.DataFolder, OneProcess.FileName);
        if (!File.Exists(path))
            return null;
        try
        {
            // A shared lock, given back at once: only the exclusive one of a running service is in its way.
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return null;
        }
        catch (IOException)
        {
            return "";
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}
