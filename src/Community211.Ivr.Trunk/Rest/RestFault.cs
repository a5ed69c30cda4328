namespace Community211.Ivr.Trunk.Rest;

/// <summary>What goes wrong on purpose with one REST request; with nothing set, it is merely done.</summary>
internal sealed record RestFault
{
    /// <summary>The request is looked at only after this time. Default none.</summary>
    public TimeSpan Late { get; init; }

    /// <summary>Answered in place of doing it.</summary>
    public RestAnswer? Instead { get; init; }

    /// <summary>Answered although it was done.</summary>
    public RestAnswer? Afterwards { get; init; }

    /// <summary>The connection is cut and nothing is answered; together with <see cref="Instead"/> nothing is done either.</summary>
    public bool CutsConnection { get; init; }
}
