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
        if (Name.Length is 0 or > MaxName)
            return Finished(turn, null, 0, "error");
        var queue = turn.Exchange.Queues.Named(Name);
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
        using var picked = CancellationTokenSource.CreateLinkedTokenSource(turn.Token);
        Pickup? pickup = null;
        var member = queue.Join(leg, time.Now, taken =>
        {
            pickup = taken;
            picked.Cancel();
        });
        leg.Clock.EnterReal();
        leg.Story.Tell("queued", ("queue", Name), ("queueSid", queue.Sid), ("position", member.Position));
        var result = "error";
        try
        {
            result = await new WaitLoop(turn with { Token = picked.Token }, DocumentKind.Wait, () => queue.WaitParameters(member, time.Now)).Run(WaitUrl, WaitMethod);
        }
        catch (OperationCanceledException) when (pickup is not null && !turn.Token.IsCancellationRequested)
        {
            result = "bridged";
        }
        catch (OperationCanceledException)
        {
            pickup?.End();
            result = pickup is not null ? "bridging-in-process" : leg.Pending is RedirectInterruption ? "redirected" : "hangup";
            Unheard(turn, queue.Sid, member.WaitSeconds(time.Now), result);
            throw;
        }
        finally
        {
            queue.Remove(member, time.Now);
            leg.Clock.LeaveReal();
            leg.Story.Tell("dequeued", ("queue", Name), ("result", result));
        }
        var seconds = member.WaitSeconds(time.Now);
        return Finished(turn, queue.Sid, seconds, pickup is null ? result : await Bridged(turn, queue.Sid, seconds, pickup));
    }

    /// <summary>"In the case where a call is dequeued via the Dial verb, the action URL is hit once when the bridged parties disconnect."</summary>
    private async Task<string> Bridged(Turn turn, string queueSid, int seconds, Pickup pickup)
    {
        try
        {
            return await new PickedUp(turn, pickup).Run();
        }
        catch (OperationCanceledException)
        {
            var result = !pickup.IsConnected ? "bridging-in-process"
                : turn.Leg.Pending is RedirectInterruption ? "redirected-from-bridged" : "bridged";
            Unheard(turn, queueSid, seconds, result);
            throw;
        }
        finally
        {
            pickup.End();
        }
    }

    private Outcome Finished(Turn turn, string? queueSid, int seconds, string result)
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
    private void Unheard(Turn turn, string queueSid, int seconds, string result)
    {
        if (Action is null)
            return;
        var leg = turn.Leg;
        var form = Result(queueSid, seconds, result);
        if (leg.Pending is RedirectInterruption { Source: UrlSource url } redirect && leg.Random.Next(2) == 0)
            leg.Replace(redirect with { Source = url with { AfterSending = () => Ignore(turn, form) } });
        else
            Ignore(turn, form);
    }

    private void Ignore(Turn turn, Form form) => UnheardAction.Ask(turn.Exchange, turn.Leg, Method, turn.Document.Resolve(Action), form);

    /// <summary>"QueueSid, QueueTime: only available if the call was actually enqueued" (or there is a queue that is full).</summary>
    private static Form Result(string? queueSid, int seconds, string result)
    {
        var form = new Form { { "QueueResult", result } };
        if (queueSid is null)
            return form;
        form.Add("QueueSid", queueSid);
        form.Add("QueueTime", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return form;
    }

    private static Enqueue Parse(VerbElement element)
    {
        element.WarnNotSimulated("workflowSid");
        if (element.Text.Length == 0)
            element.Warn(14204, "<Enqueue> without a queue's name.");
        else if (element.Text.Length > MaxName)
            element.Warn(14205, $"<Enqueue> with a name of {element.Text.Length} characters: {MaxName} are allowed.");
        return new Enqueue(
            element.Text,
            element.Attribute("action"),
            element.Method("method", 14201),
            element.Attribute("waitUrl"),
            element.Method("waitUrlMethod", 14206),
            element.Attribute("maxQueueSize") is null ? null : element.Whole("maxQueueSize", 1000, 1, 5000));
    }
}
