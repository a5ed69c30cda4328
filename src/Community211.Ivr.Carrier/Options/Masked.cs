namespace Community211.Ivr.Carrier;

/// <summary>Secrets as logs and findings may show them.</summary>
public static class Masked
{
    /// <summary>The last four characters of a token of at least eight; a shorter one shows nothing.</summary>
    public static string Token(string? token) => token switch
    {
        null or "" => "",
        { Length: < 8 } => "****",
        _ => "****" + token[^4..],
    };
}
