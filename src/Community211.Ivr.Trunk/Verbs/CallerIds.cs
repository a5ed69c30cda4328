namespace Community211.Ivr.Trunk.Verbs;

/// <summary>Which caller id a Dial may show: "To/From of the call, owned, or verified".</summary>
internal static class CallerIds
{
    /// <summary>A sentence, or null when it may be shown.</summary>
    public static string? Problem(Turn turn, string? callerId)
    {
        var settings = turn.Exchange.Settings;
        return callerId is null || callerId == turn.Leg.From || callerId == turn.Leg.To
            || settings.Find(callerId) is not null || settings.VerifiedCallerIds.Contains(callerId)
            || callerId.StartsWith("client:", StringComparison.Ordinal)
            ? null
            : $"<Dial callerId=\"{callerId}\">: the call's From or To, a number of this account or a verified one (verifiedCallerIds) is allowed. Nobody is dialled.";
    }
}
