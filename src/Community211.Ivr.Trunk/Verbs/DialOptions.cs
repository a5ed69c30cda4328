namespace Community211.Ivr.Trunk.Verbs;

/// <summary>Dial's own attributes. Timeout 30 s (5 to 600), time limit 14400 s.</summary>
internal sealed record DialOptions(string? Action, string Method, int Timeout, int TimeLimit, string? CallerId, bool Sequential);
