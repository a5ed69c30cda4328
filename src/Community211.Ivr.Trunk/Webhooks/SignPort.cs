namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>What becomes of the port in the URL that is signed: documentation and practice of the carrier disagree.</summary>
internal enum SignPort
{
    /// <summary>As documented for voice: https URLs lose it, http URLs keep it.</summary>
    Documented,

    Keep,

    Drop,
}
