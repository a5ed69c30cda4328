using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Community211.Ivr.Trunk.Control;
using Microsoft.AspNetCore.Connections;

namespace Community211.Ivr.Trunk;

/// <summary>The process: options, refusals with exit code 2, and how it ends.</summary>
internal static class CommandLine
{
    private const int AskedWrongly = 2;

    public static async Task<int> Run(string[] args, TimeProvider clock)
    {
        var listen = new Option<string>("--listen") { Description = "Loopback address to listen on.", DefaultValueFactory = _ => TrunkOptions.DefaultListen };
        var config = new Option<string?>("--config") { Description = "Configuration file (JSON); without it PUT /sim/config." };
        var log = new Option<string?>("--log") { Description = "File that every event is appended to." };
        var child = new Option<bool>("--child") { Description = "Started by a parent: Ctrl-C is its business." };
        var root = new RootCommand("The simulated voice carrier.") { listen, config, log, child, ShowCommand.Make(Wrong) };
        root.SetAction(async (parsed, token) =>
        {
            var options = new TrunkOptions(parsed.GetValue(listen)!, parsed.GetValue(config), parsed.GetValue(log), parsed.GetValue(child));
            return await Serve(options, clock, token);
        });
        var result = root.Parse(args);
        return result.Errors.Count > 0 && !args.Contains("--help") ? await Wrong(string.Join(' ', result.Errors.Select(error => error.Message)))
            : await result.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private static async Task<int> Serve(TrunkOptions options, TimeProvider clock, CancellationToken token)
    {
        if (!IsLoopback(options.Listen))
            return await Wrong($"--listen is '{options.Listen}': the simulated carrier listens on loopback only, such as {TrunkOptions.DefaultListen}.");
        try
        {
            await using var app = TrunkApp.Build(options, clock);
            await app.RunAsync(token);
            return 0;
        }
        catch (BadInput refused)
        {
            return await Wrong(refused.Message);
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            return await Wrong($"{options.Listen} is in use, perhaps by another trunk: end what listens there, or give another address by --listen.");
        }
        catch (UnauthorizedAccessException)
        {
            return await Wrong($"--log is '{options.Log}', which cannot be written: give a file that this user may write.");
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            return await Wrong(failure.Message);
        }
    }

    private static bool IsLoopback(string listen) =>
        Uri.TryCreate(listen, UriKind.Absolute, out var uri) && uri.Scheme == "http"
        && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));

    private static async Task<int> Wrong(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return AskedWrongly;
    }
}
