namespace Community211.Ivr.Queues.Figures;

/// <summary>One line, or the province, at one moment: who waits, who is there, and how the day goes.</summary>
public sealed record LiveFigure
{
    /// <summary>Region id, <c>unknown</c> where the caller's region is not known, or the province's id.</summary>
    public required string Of { get; init; }

    /// <summary>Callers in line, those who are being offered among them.</summary>
    public int Waiting { get; init; }

    /// <summary>Of those, urgent tonight.</summary>
    public int Urgent { get; init; }

    /// <summary>Of those who wait, in crisis.</summary>
    public int Crisis { get; init; }

    /// <summary>How long the longest of them has been in line, in seconds; 0 when nobody is.</summary>
    public int LongestSeconds { get; init; }

    /// <summary>How long the last of them is foreseen to wait from now, in seconds; null when nobody waits, or nobody who may answer is there.</summary>
    public int? ForeseenSeconds { get; init; }

    /// <summary>Agents who are signed in and not away: idle, offered, talking or in wrap-up.</summary>
    public int Staffed { get; init; }

    public int Idle { get; init; }

    /// <summary>Their telephone rings, or the whisper plays.</summary>
    public int Offered { get; init; }

    /// <summary>With a caller, or about to be.</summary>
    public int Talking { get; init; }

    public int WrapUp { get; init; }

    public int Away { get; init; }

    /// <summary>Calls that began in the half-hour that is now, by the province's clocks.</summary>
    public required LiveSpan HalfHour { get; init; }

    /// <summary>Calls that began today, by the province's clocks.</summary>
    public required LiveSpan Today { get; init; }
}
