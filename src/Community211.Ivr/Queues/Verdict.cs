namespace Community211.Ivr.Queues;

/// <summary>Whether an agent may answer a caller, and why or why not. Most are looked at and forgotten: a reason is made only of those that are kept.</summary>
internal readonly record struct Verdict(bool May, string Code, string? Region = null, string? Language = null, TimeSpan? Wait = null)
{
    public static Verdict Yes(string code, string? region = null, string? language = null, TimeSpan? wait = null) => new(true, code, region, language, wait);

    public static Verdict No(string code, string? region = null, string? language = null) => new(false, code, region, language);

    public Reason ToReason()
    {
        var arguments = new List<(string, string)>();
        if (Region is { } region)
            arguments.Add(("region", region));
        if (Language is { } language)
            arguments.Add(("language", language));
        if (Wait is { } wait)
            arguments.Add(("wait", Reason.Seconds(wait)));
        return Reason.Of(Code, [.. arguments]);
    }
}
