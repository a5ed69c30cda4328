namespace Community211.Ivr.Trunk.Calls;

/// <summary>A document could not be fetched, read or run: the carrier's code, and the URL that goes to the fallback as ErrorUrl.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032", Justification = "Made in one way only.")]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1064", Justification = "Never leaves the trunk.")]
internal sealed class CarrierFailure(int code, string message, string url) : Exception(message)
{
    public int Code => code;

    public string Url => url;

    /// <summary>The trunk's own limit: documents were fetched over and over without any time passing.</summary>
    public bool IsLoop { get; init; }

    public bool OfFallback { get; private init; }

    private bool told;

    public CarrierFailure AsOfFallback() => new(code, Message, url) { OfFallback = true, told = told };

    /// <summary>Tells the leg's story, once.</summary>
    public void Tell(Leg leg)
    {
        if (!told)
            leg.Story.Warn(code, Message);
        told = true;
    }
}
