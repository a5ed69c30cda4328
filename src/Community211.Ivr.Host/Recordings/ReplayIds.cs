using Community211.Ivr.Calls;

namespace Community211.Ivr.Host.Recordings;

/// <summary>The recorded names again; beyond them, names that say so.</summary>
internal sealed class ReplayIds(RecordedIds recorded) : IIds
{
    private int _offers;
    private int _rooms;

    public string Next(IdKind kind)
    {
        var (names, n) = kind == IdKind.Offer ? (recorded.Offers, _offers++) : (recorded.Rooms, _rooms++);
        return n < names.Length ? names[n] : $"beyond-the-recording-{kind}-{n}";
    }
}
