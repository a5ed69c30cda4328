using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.People;

/// <summary>Which numbers somebody attends in a browser. A page that stays away for longer than a reload takes has hung up.</summary>
internal sealed class Phones(Exchange exchange)
{
    private static readonly TimeSpan Reload = TimeSpan.FromSeconds(10);
    private readonly SortedDictionary<string, int> pages = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Attended => pages.Keys;

    public void Attend(string number) => pages[number] = pages.GetValueOrDefault(number) + 1;

    public void Leave(string number)
    {
        if (--pages[number] > 0)
            return;
        pages.Remove(number);
        _ = HangUp(number);
    }

    private async Task HangUp(string number)
    {
        await exchange.Time.Delay(Reload);
        if (pages.ContainsKey(number))
            return;
        foreach (var leg in exchange.Legs.Where(leg => leg.To == number && leg is { Person: HandsOn, IsOver: false, AnsweredAt: not null }).ToArray())
            leg.Interrupt(new EndInterruption(LegStatus.Completed, EndedBy.Agent));
    }
}
