namespace Community211.Ivr.Trunk.Control;

/// <summary>How long anything may take that is given in seconds: not longer than a call.</summary>
internal static class Bounds
{
    /// <summary>"call ≤ 4 h (14400 s)"</summary>
    public const double Longest = 14400;

    public const string Seconds = "0 to 14400";

    /// <summary>Absent is allowed.</summary>
    public static bool AreSeconds(double? seconds) => seconds is null or (>= 0 and <= Longest);

    /// <summary>Each with its key.</summary>
    public static void Check(params ReadOnlySpan<(string Key, double? Seconds)> given)
    {
        foreach (var (key, seconds) in given)
        {
            if (!AreSeconds(seconds))
                throw new BadInput(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"'{key}' is {seconds}. Allowed: {Seconds} seconds."));
        }
    }
}
