using System.Text.Json;

namespace Community211.Ivr.Carrier.Rest;

/// <summary>Queues hold 1,000 callers unless they are told otherwise; a surge fills that, and 5,000 is the most there is.</summary>
internal static class QueuesPost
{
    private const string Most = "5000";

    public static async Task<bool> Send(IReadOnlyCollection<string> names, RestClient rest, CancellationToken stop)
    {
        var list = await rest.List("Queues", "queues", stop);
        if (!list.Done)
            return false;
        var all = true;
        foreach (var name in names)
        {
            var known = list.Items.FirstOrDefault(q => q.Text("friendly_name") == name);
            if (known.ValueKind == JsonValueKind.Undefined)
                all &= (await rest.Post("Queues", stop, ("FriendlyName", name), ("MaxSize", Most))).Done;
            else if (known.Text("max_size") != Most)
                all &= (await rest.Post($"Queues/{RestClient.Part(known.Text("sid") ?? "")}", stop, ("MaxSize", Most))).Done;
        }
        return all;
    }
}
