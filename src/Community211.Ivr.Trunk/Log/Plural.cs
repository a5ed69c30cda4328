using System.Globalization;

namespace Community211.Ivr.Trunk.Log;

/// <summary>"1 call", "2 calls".</summary>
internal static class Plural
{
    public static string Of(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
