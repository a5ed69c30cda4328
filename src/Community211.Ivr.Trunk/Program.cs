namespace Community211.Ivr.Trunk;

internal static class Program
{
#pragma warning disable RS0030 // The one place that names the system clock.
    private static Task<int> Main(string[] args) => CommandLine.Run(args, TimeProvider.System);
#pragma warning restore RS0030
}
