using Community211.Ivr.Trunk.Time;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>A queue of the carrier: made when first named, callers in order of arrival.</summary>
internal sealed class CallQueue(string sid, string name, DateTimeOffset created)
{
    private double waited;
    private int served;

    public string Sid => sid;

    public string Name { get; set; } = name;

    public int MaxSize { get; set; } = 1000;

    public DateTimeOffset Created { get; } = created;

    public DateTimeOffset Updated { get; set; } = created;

    public List<QueueMember> Members { get; } = [];

    /// <summary>Dials that wait for somebody to join.</summary>
    public List<Signal> Diallers { get; } = [];

    public int AverageWait => served == 0 ? 0 : (int)(waited / served);

    public bool IsFull => Members.Count >= MaxSize;

    public QueueMember Join(Leg leg, DateTimeOffset now, Action<Pickup>? picked = null)
    {
        var member = new QueueMember(this, leg, now) { OnPicked = picked };
        Members.Add(member);
        leg.Member = member;
        Updated = now;
        foreach (var dialler in Diallers.ToArray())
            dialler.Set();
        return member;
    }

    public void Remove(QueueMember member, DateTimeOffset now)
    {
        if (!Members.Remove(member))
            return;
        member.Leg.Member = null;
        waited += (now - member.Enqueued).TotalSeconds;
        served++;
        Updated = now;
    }

    public Form WaitParameters(QueueMember member, DateTimeOffset now) => new()
    {
        { "QueuePosition", Text(member.Position) },
        { "QueueSid", sid },
        { "QueueTime", Text(member.WaitSeconds(now)) },
        { "AvgQueueTime", Text(AverageWait) },
        { "CurrentQueueSize", Text(Members.Count) },
        { "MaxQueueSize", Text(MaxSize) },
    };

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
