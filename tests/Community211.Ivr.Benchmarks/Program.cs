using BenchmarkDotNet.Running;

namespace Community211.Ivr.Benchmarks;

/// <summary><c>load</c>: many calls at once on the trunk. Anything else is BenchmarkDotNet's.</summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        if (args is ["load"])
            await TrunkLoad.Run();
        else
            BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    }
}
