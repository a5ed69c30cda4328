namespace Community211.Ivr.Trunk.Calls;

/// <summary>All rooms, live and past.</summary>
internal sealed class Conferences(Exchange exchange)
{
    private readonly List<Conference> all = [];

    public IReadOnlyList<Conference> All => all;

    public Conference? Find(string sid) => all.Find(room => room.Sid == sid);

    public Conference? Live(string name) => all.Find(room => room.Name == name && !room.IsOver);

    /// <summary>The live room of that name, or a new one with the callbacks of its first participant.</summary>
    public Conference Open(string name, Leg first, Callbacks callbacks)
    {
        if (Live(name) is { } live)
            return live;
        var reports = new ConferenceCallbacks(exchange.Hooks, first, callbacks.Url, callbacks.Method, callbacks.Events);
        var room = new Conference(exchange.NextId("CF"), name, first.Account, first.AuthToken, exchange.Time.Now, reports);
        all.Add(room);
        return room;
    }
}
