using Community211.Ivr.Host.Commands;

namespace Community211.Ivr.Host;

internal static class Program
{
#pragma warning disable RS0030 // The one place that names the system clock.
    private static Task<int> Main(string[] args) => CommandLine.Run(args, TimeProvider.System, Console.Out, Console.Error);
#pragma warning restore RS0030
}
