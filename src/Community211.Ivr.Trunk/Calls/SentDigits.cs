namespace Community211.Ivr.Trunk.Calls;

/// <summary>
/// Keys that the carrier sends down a leg (Number's sendDigits, a call's SendDigits, Play's digits): whoever is behind the
/// leg hears them one by one. w waits half a second, W a second, a tone lasts 0.2 s.
/// </summary>
internal static class SentDigits
{
    private const string Allowed = "0123456789*#ABCDabcdwW";

    public static bool AreValid(string digits) => digits.All(key => Allowed.Contains(key, StringComparison.Ordinal));

    public static TimeSpan Length(string digits) => TimeSpan.FromMilliseconds(digits.Sum(Milliseconds));

    public static async Task Send(Leg leg, string digits, CancellationToken token)
    {
        leg.Story.Tell("sends", ("digits", digits), ("seconds", Length(digits).TotalSeconds));
        foreach (var key in digits)
        {
            await leg.Pass(TimeSpan.FromMilliseconds(Milliseconds(key)), token);
            if (key is not ('w' or 'W'))
                leg.Person.Digit(leg, char.ToUpperInvariant(key));
        }
    }

    private static int Milliseconds(char key) => key switch
    {
        'w' => 500,
        'W' => 1000,
        _ => 200,
    };
}
