using System.Globalization;

namespace Community211.Ivr.Trunk;

/// <summary>Dates as the carrier writes them: "Tue, 03 Nov 2026 14:05:09 +0000".</summary>
internal static class Rfc2822
{
    public static string Of(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
