using BenchmarkDotNet.Running;

namespace Community211.Ivr.Benchmarks;

/// <summary>
/// <c>load</c>: many calls at once on the trunk; <c>matching</c>: what a decision costs; <c>day</c>: days of Ontario. Anything else is
/// BenchmarkDotNet's.
/// </summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        switch (args)
        {
            case ["load"]:
                await TrunkLoad.Run();
                break;
            case ["matching"]:
                MatchingTable.Run();
                break;
            case ["day"]:
                DayTable.Run();
                break;
            default:
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
                break;
        }
    }
}
