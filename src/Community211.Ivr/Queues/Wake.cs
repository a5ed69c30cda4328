namespace Community211.Ivr.Queues;

/// <summary>The earliest of several moments to come.</summary>
internal sealed class Wake(DateTimeOffset now)
{
    public DateTimeOffset? Earliest { get; private set; }

    public void At(DateTimeOffset? time)
    {
        if (time > now && (Earliest is null || time < Earliest))
            Earliest = time;
    }
}
