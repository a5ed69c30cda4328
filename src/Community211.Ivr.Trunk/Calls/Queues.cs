namespace Community211.Ivr.Trunk.Calls;

/// <summary>All queues, by name.</summary>
internal sealed class Queues(Exchange exchange)
{
    private readonly List<CallQueue> all = [];

    public IReadOnlyList<CallQueue> All => all;

    public CallQueue Named(string name) => all.Find(queue => queue.Name == name) ?? Create(name);

    public CallQueue? Find(string sid) => all.Find(queue => queue.Sid == sid);

    public void Delete(CallQueue queue) => all.Remove(queue);

    public CallQueue Create(string name)
    {
        var queue = new CallQueue(exchange.NextId("QU"), name, exchange.Time.Now);
        all.Add(queue);
        return queue;
    }
}
