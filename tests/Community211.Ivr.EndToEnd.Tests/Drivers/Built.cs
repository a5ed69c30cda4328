using System.Reflection;

namespace Community211.Ivr.EndToEnd.Tests.Drivers;

/// <summary>Where this build put the programs.</summary>
internal static class Built
{
    public static readonly string Root = Metadata("Root");

    public static readonly string Ivr = Path.Combine(Root, "src", "Community211.Ivr.Host", "bin", Metadata("Configuration"), "net10.0", "ivr.dll");

    private static string Metadata(string key) =>
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == key).Value!;
}
