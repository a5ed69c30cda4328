using System.Globalization;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Time;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>Takes the front of a queue, waiting for somebody when it is empty, and talks with them.</summary>
internal sealed class DialledQueue(Turn turn, DialOptions options, QueueNoun noun)
{
    public async Task<DialResult> Run()
    {
        if (turn.Exchange.Queues.All.FirstOrDefault(queue => queue.Name == noun.Name) is not { } queue)
        {
            // "If the queue does not exist, Dial will post an error status to its action URL."
            turn.Leg.Story.Warn(14211, $"There is no queue '{noun.Name}' to dial.");
            return new DialResult("failed");
        }
        return await Front(queue) is { } member ? await Talk(Pick(queue, member)) : new DialResult("no-answer");
    }

    /// <summary>"Dial will wait until the next person joins the queue or until the timeout duration is reached."</summary>
    private async Task<QueueMember?> Front(CallQueue queue)
    {
        var clock = turn.Leg.Clock;
        var end = clock.Now + TimeSpan.FromSeconds(options.Timeout);
        while (true)
        {
            if (queue.Members.Find(one => one is { Leg.Pending: null, Leg.IsOver: false, OnPicked: not null }) is { } front)
                return front;
            if (end <= clock.Now)
                return null;
            var joined = new Signal();
            queue.Diallers.Add(joined);
            using var late = clock.Schedule(end - clock.Now, joined.Set);
            try
            {
                await joined.Wait(turn.Token);
            }
            finally
            {
                queue.Diallers.Remove(joined);
            }
            turn.Leg.FetchesWithoutTime = 0;
        }
    }

    private Pickup Pick(CallQueue queue, QueueMember member)
    {
        var now = turn.Exchange.Time.Now;
        var context = new Form
        {
            { "QueueSid", queue.Sid },
            { "QueueTime", member.WaitSeconds(now).ToString(CultureInfo.InvariantCulture) },
            { "DequeingCallSid", turn.Leg.Sid },
        };
        var before = noun.Url is { } url ? new UrlSource(turn.Document.Resolve(url), noun.Method) : null;
        var pickup = new Pickup(member.Leg, turn.Leg, before, context);
        queue.Remove(member, now);
        member.OnPicked!(pickup);
        return pickup;
    }

    private async Task<DialResult> Talk(Pickup pickup)
    {
        var leg = turn.Leg;
        var recording = new DialRecording(turn, options);
        try
        {
            recording.Ringing();
            await pickup.Settled.Wait(turn.Token);
            if (!pickup.IsConnected)
                return new DialResult("failed", pickup.Caller.Sid);
            recording.Start();
            var began = leg.Clock.Now;
            using var limit = leg.Clock.Schedule(TimeSpan.FromSeconds(options.TimeLimit), pickup.End, maySkip: false);
            using var star = new StarKey(leg, options, pickup.End);
            await pickup.Over.Wait(turn.Token);
            leg.LeftBy = EndedBy.Caller;
            if (leg.Clock.Now > began)
                leg.FetchesWithoutTime = 0;
            recording.Stop();
            return new DialResult("completed", pickup.Caller.Sid, (int)Math.Round((leg.Clock.Now - began).TotalSeconds), recording.Recording);
        }
        finally
        {
            recording.Stop();
            pickup.End();
        }
    }
}
