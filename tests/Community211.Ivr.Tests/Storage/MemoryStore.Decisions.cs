using Community211.Ivr.Queues;

namespace Community211.Ivr.Tests.Storage;

/// <content>Decisions of the matching rule.</content>
public sealed partial class MemoryStore
{
    private readonly SortedDictionary<long, Decision> decisions = [];
    private long lastDecision;

    public Task<long> AddDecision(Decision decision, CancellationToken stop) => Read(_ =>
    {
        decisions.Add(++lastDecision, decision);
        return lastDecision;
    });

    public Task<Decision?> LoadDecision(long id, CancellationToken stop) => Read(_ => decisions.GetValueOrDefault(id));

    public Task<int> DropDecisions(DateTimeOffset before, int most, CancellationToken stop) => Read(_ =>
    {
        var old = decisions.Where(d => d.Value.At < before).OrderBy(d => d.Value.At).Take(most).Select(d => d.Key).ToList();
        old.ForEach(id => decisions.Remove(id));
        return old.Count;
    });
}
