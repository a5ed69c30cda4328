namespace Community211.Ivr.Trunk.Time;

/// <summary>
/// Fast calls: when no strand can run and no request is under way (those take real time), all clocks that are free jump
/// together over the shortest wait that may be skipped. They move together so that two people in one room keep their order.
/// </summary>
internal sealed class FastForward
{
    private readonly List<CallClock> clocks = [];

    public void Add(CallClock clock) => clocks.Add(clock);

    public void Remove(CallClock clock) => clocks.Remove(clock);

    public bool Jump()
    {
        TimeSpan? shortest = null;
        foreach (var clock in clocks)
        {
            if (clock.Skippable is { } wait && (shortest is null || wait < shortest))
                shortest = wait;
        }
        if (shortest is not { } jump)
            return false;
        foreach (var clock in clocks)
            clock.Skip(jump);
        return true;
    }
}
