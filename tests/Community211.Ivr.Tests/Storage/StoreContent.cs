using System.Text.Json;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Tests.Storage;

/// <summary>All that can be read of a store, as text: two stores that answer alike give the same.</summary>
public static class StoreContent
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static async Task<string> Of(IStore store, CancellationToken stop)
    {
        var calls = await store.Calls(int.MaxValue, stop);
        var documents = new List<object>();
        foreach (var call in calls)
            documents.Add(new { Call = await store.LoadCall(call.Sid, stop), Facts = await store.Facts(call.Sid, stop) });
        return JsonSerializer.Serialize(
            new
            {
                calls,
                documents,
                live = await store.LiveCalls(stop),
                floor = await store.LoadFloor(stop),
                commands = await store.OpenCommands(int.MaxValue, stop),
                due = await store.DueBefore(DateTimeOffset.MaxValue, int.MaxValue, stop),
                next = await store.NextDue(stop),
                agents = await store.AgentFacts(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, stop),
            },
            Readable);
    }
}
