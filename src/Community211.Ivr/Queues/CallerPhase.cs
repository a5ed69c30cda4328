namespace Community211.Ivr.Queues;

/// <summary>Where a caller is between the first ring and the end.</summary>
public enum CallerPhase
{
    /// <summary>Hears the flow's own steps, outside any line.</summary>
    Flow,

    /// <summary>Told to enter the line; the first wait page has not been asked for yet.</summary>
    Parking,

    /// <summary>In line, hearing wait pages.</summary>
    Waiting,

    /// <summary>An agent accepted and the two are being brought together.</summary>
    Connecting,

    /// <summary>Both are in the room.</summary>
    Talking,

    /// <summary>With a ten-digit line outside our floor, because something of ours failed.</summary>
    Outside,

    /// <summary>Over; final.</summary>
    Ended,
}
