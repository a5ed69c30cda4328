using System.Globalization;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>How patient the carrier is with one URL: its defaults, or what the URL's fragment asks for ("#ct=2000&amp;rc=2&amp;rp=5xx").</summary>
internal sealed record ConnectionOverrides
{
    public static readonly ConnectionOverrides Default = new();

    private static readonly string[] Policies = ["4xx", "5xx", "ct", "rt", "all"];
    private static readonly string[] KnownEdges =
        ["ashburn", "dublin", "frankfurt", "sao-paulo", "singapore", "sydney", "tokyo", "umatilla", "roaming"];

    /// <summary>ct: 100 to 10000 ms, 5000 when absent.</summary>
    public TimeSpan Connect { get; private init; } = TimeSpan.FromSeconds(5);

    /// <summary>rt: 100 to 15000 ms after the request was sent, 15000 when absent.</summary>
    public TimeSpan Read { get; private init; } = TimeSpan.FromSeconds(15);

    /// <summary>tt: 100 to 15000 ms for everything, retries and redirects included, 15000 when absent.</summary>
    public TimeSpan Total { get; private init; } = TimeSpan.FromSeconds(15);

    /// <summary>rc: 0 to 5 retries, 1 when absent.</summary>
    public int Retries { get; private init; } = 1;

    /// <summary>rp: what is tried again, ct when absent.</summary>
    public IReadOnlySet<string> Policy { get; private init; } = new HashSet<string> { "ct" };

    /// <summary>What is wrong with the fragment: with one illegal value the defaults hold for all (11243).</summary>
    public IReadOnlyList<string> Problems { get; private init; } = [];

    /// <summary>Legal wishes that change nothing here.</summary>
    public IReadOnlyList<string> NotSimulated { get; private init; } = [];

    public static ConnectionOverrides Of(string url)
    {
        if (url.Split('#', 2) is not [_, { Length: > 0 } fragment])
            return Default;
        var (overrides, problems, notSimulated) = (Default, new List<string>(), new List<string>());
        foreach (var pair in fragment.Split('&'))
        {
            var (key, value) = pair.Split('=', 2) is [var name, var text] ? (name, text) : (pair, "");
            overrides = Take(overrides, key, value, problems, notSimulated);
        }
        return problems.Count > 0 ? Default with { Problems = problems } : overrides with { NotSimulated = notSimulated };
    }

    /// <summary>Whether an attempt that came out like this is worth another one.</summary>
    public bool TriesAgain(WebhookAnswer answer) => Policy.Contains("all") && (answer.ErrorCode is not null || answer.Status >= 400)
        || answer.Failure switch
        {
            WireFailure.Connect => Policy.Contains("ct"),
            WireFailure.Read => Policy.Contains("rt"),
            _ => (answer.Status / 100 == 5 && Policy.Contains("5xx")) || (answer.Status / 100 == 4 && Policy.Contains("4xx")),
        };

    private static ConnectionOverrides Take(ConnectionOverrides so, string key, string value, List<string> problems, List<string> notSimulated)
    {
        switch (key)
        {
            case "ct":
                return so with { Connect = Milliseconds(key, value, 10000, problems) };
            case "rt":
                return so with { Read = Milliseconds(key, value, 15000, problems) };
            case "tt":
                return so with { Total = Milliseconds(key, value, 15000, problems) };
            case "rc":
                return so with { Retries = Whole(key, value, 0, 5, problems) };
            case "rp" when value.Split(',').All(Policies.Contains):
                return so with { Policy = value.Split(',').ToHashSet(StringComparer.Ordinal) };
            case "sni" when value is "y":
                return so;
            case "sni" when value is "n":
                notSimulated.Add("sni=n: the name is always sent");
                return so;
            case "e" when value.Split(',').All(KnownEdges.Contains):
                notSimulated.Add($"e={value}: this carrier has one edge");
                return so;
            default:
                problems.Add(key switch
                {
                    "rp" => $"'rp={value}': {string.Join(", ", Policies)} are allowed, with commas between",
                    "sni" => $"'sni={value}': y or n is allowed",
                    "e" => $"'e={value}': {string.Join(", ", KnownEdges)} are allowed, with commas between",
                    _ => $"'{key}' is no connection override: ct, rt, tt, rc, rp, sni and e are",
                });
                return so;
        }
    }

    private static TimeSpan Milliseconds(string key, string value, int most, List<string> problems) =>
        TimeSpan.FromMilliseconds(Whole(key, value, 100, most, problems));

    private static int Whole(string key, string value, int least, int most, List<string> problems)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        problems.Add($"'{key}={value}': a whole number from {least} to {most} is allowed");
        return least;
    }
}
