using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Verbs;

internal sealed record Enqueue(string Name, string? Action, string Method, string? WaitUrl, string WaitMethod, int? MaxSize) : IVerb
{
    public static readonly VerbDefinition Definition = VerbDefinition.Of(
        "Enqueue", Parse, "action", "method", "waitUrl", "waitUrlMethod", "workflowSid", "maxQueueSize");

    private const int MaxName = 64;

    public async Task<Outcome> Run(Turn turn)
    {
        var queue = turn.Exchange.Queues.Named(Name);
        if (Name.Length is 0 or > MaxName)
            return Finished(turn, queue.Sid, 0, "error");
        if (queue.Members.Count >= Math.Min(queue.MaxSize, MaxSize ?? int.MaxValue))
        {
            turn.Leg.Story.Warn(14207, $"Queue '{Name}' is full.");
            return Finished(turn, queue.Sid, 0, "queue-full");
        }
        return await Wait(turn, queue);
    }

    private async Task<Outcome> Wait(Turn turn, CallQueue queue)
    {
        var (leg, time) = (turn.Leg, turn.Exchange.Time);
        var member = queue.Join(leg, time.Now);
        leg.Clock.EnterReal();
        leg.Story.Tell("queued", ("queue", Name), ("queueSid", queue.Sid), ("position", member.Position));
        var result = "error";
        try
        {
            result = await new WaitLoop(turn, DocumentKind.Wait, () => queue.WaitParameters(member, time.Now)).Run(WaitUrl, WaitMethod);
            return Finished(turn, queue.Sid, member.WaitSeconds(time.Now), result);
        }
        catch (OperationCanceledException)
        {
            result = leg.Pending is RedirectInterruption ? "redirected" : "hangup";
            Unheard(turn, member, result);
            throw;
        }
        finally
        {
            queue.Remove(member, time.Now);
            leg.Clock.LeaveReal();
            leg.Story.Tell("dequeued", ("queue", Name), ("result", result));
        }
    }

    private Outcome Finished(Turn turn, string queueSid, int seconds, string result)
    {
        var form = Result(queueSid, seconds, result);
        if (result == "hangup")
        {
            if (Action is not null)
                Ignore(turn, form);
            return Outcome.Hangup;
        }
        return Action is null ? Outcome.Next : Outcome.Fetch(turn.Document.Resolve(Action), Method, form);
    }

    /// <summary>The action is requested although its answer is not run: the caller is gone, or runs another document.</summary>
    private void Unheard(Turn turn, QueueMember member, string result)
    {
        if (Action is null)
            return;
        var leg = turn.Leg;
        var form = Result(member.Queue.Sid, member.WaitSeconds(turn.Exchange.Time.Now), result);
        if (leg.Pending is RedirectInterruption { Source: UrlSource url } redirect && leg.Random.Next(2) == 0)
            leg.Replace(redirect with { Source = url with { AfterSending = () => Ignore(turn, form) } });
        else
            Ignore(turn, form);
    }

    private void Ignore(Turn turn, Form form) => UnheardAction.Ask(turn.Exchange, turn.Leg, Method, turn.Document.Resolve(Action), form);

    private static Form Result(string queueSid, int seconds, string result) => new()
    {
        { "QueueResult", result },
        { "QueueSid", queueSid },
        { "QueueTime", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture) },
    };

    private static Enqueue Parse(VerbElement element)
    {
        element.WarnNotSimulated("workflowSid");
        return new Enqueue(
            element.Text,
            element.Attribute("action"),
            element.Attribute("method", "POST"),
            element.Attribute("waitUrl"),
            element.Attribute("waitUrlMethod", "POST"),
            element.Attribute("maxQueueSize") is null ? null : element.Whole("maxQueueSize", 1000, 1, 5000));
    }
}
