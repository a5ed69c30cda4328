using System.Globalization;

namespace Community211.Ivr.Host.Doctor;

internal static class Counted
{
    public static string Of(int n, string what) => string.Create(CultureInfo.InvariantCulture, $"{n:N0} {what}{(n == 1 ? "" : "s")}");
}
