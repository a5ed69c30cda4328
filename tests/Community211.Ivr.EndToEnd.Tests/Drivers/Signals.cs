using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Community211.Ivr.EndToEnd.Tests.Drivers;

/// <summary>Signals to processes, as a terminal or an operator sends them.</summary>
internal static class Signals
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;

    public static void Send(int process, int signal)
    {
        if (SendNative(process, signal) != 0 && signal != Kill)
            throw new InvalidOperationException($"Signal {signal} could not be sent to process {process}.");
    }

    public static bool IsAlive(int process) => SendNative(process, 0) == 0;

    [SuppressMessage("Interoperability", "SYSLIB1054", Justification = "Source generation would need unsafe code for two integers.")]
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendNative(int process, int signal);
}
