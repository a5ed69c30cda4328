namespace Community211.Ivr.Host.Observing;

/// <summary>Bounds of the histograms, in seconds.</summary>
internal static class Buckets
{
    /// <summary>Up to the 15 s after which the carrier gives up.</summary>
    public static IReadOnlyList<double> Webhook { get; } = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 8, 15];

    public static IReadOnlyList<double> Matching { get; } = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1];

    /// <summary>The service levels' 20 s and 90 s among them.</summary>
    public static IReadOnlyList<double> Wait { get; } = [5, 10, 20, 30, 60, 90, 120, 180, 300, 600, 1200, 3600];
}
