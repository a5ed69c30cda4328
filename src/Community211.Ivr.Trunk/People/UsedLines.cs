using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.People;

/// <summary>How many calls each telephone is in, so that it can be busy.</summary>
internal sealed class UsedLines
{
    private readonly Dictionary<string, int> used = new(StringComparer.Ordinal);

    public int Of(string number) => used.GetValueOrDefault(number);

    /// <summary>Until the leg is over.</summary>
    public void Take(Leg leg, string number)
    {
        used[number] = Of(number) + 1;
        _ = Free(leg, number);
    }

    private async Task Free(Leg leg, string number)
    {
        await leg.Ended.Wait(CancellationToken.None);
        used[number] = Of(number) - 1;
        if (used[number] == 0)
            used.Remove(number);
    }
}
