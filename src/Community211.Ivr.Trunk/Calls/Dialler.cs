using Community211.Ivr.Trunk.People;
using Community211.Ivr.Trunk.Time;
using Community211.Ivr.Trunk.Verbs;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>Makes legs: a caller's, one that the REST API asks for, one that a Dial rings.</summary>
internal sealed class Dialler(Exchange exchange)
{
    // "call ≤ 4 h"
    private const int Longest = 14400;

    // "Note that Twilio always adds a 5-second timeout buffer to outgoing calls"
    private const int Buffer = 5;

    public Leg Place(CallOrder order)
    {
        var number = order.Number;
        var leg = New(LegDirection.Inbound, order.From, number.Number, order.Person, order.Fast, number.Sid, null, order.Faults);
        leg.Status = LegStatus.Ringing;
        leg.FallbackUrl = number.FallbackUrl;
        leg.FallbackMethod = number.FallbackMethod;
        leg.Details = order.Details;
        leg.Callbacks = Callbacks.Of(number.StatusCallback, number.StatusCallbackMethod, []);
        leg.Story.Tell("dialled", ("callSid", leg.Sid), ("direction", leg.Direction.Wire()), ("from", order.From), ("to", order.Dialled), ("number", number.Number));
        if (exchange.Faults.IsAway)
            return exchange.Life.NeverArrived(leg);
        Start(leg, () => new LegRunner(exchange).Run(leg, new UrlSource(number.VoiceUrl, number.VoiceMethod)));
        return leg;
    }

    public Leg Dial(DialOrder order)
    {
        var person = exchange.People.Behind(order.To);
        var leg = New(LegDirection.OutboundApi, order.From, order.To, person, exchange.AnyFastCall && !person.InRealTime, exchange.Settings.Find(order.From)?.Sid, null, Faults.CallFaults.None);
        leg.QueueTime = exchange.Line.Wait;
        leg.Callbacks = order.Callbacks;
        leg.FallbackUrl = order.FallbackUrl;
        leg.FallbackMethod = order.FallbackMethod;
        leg.Story.Tell("dialled", ("callSid", leg.Sid), ("direction", leg.Direction.Wire()), ("from", leg.From), ("to", leg.To), ("number", leg.To));
        leg.Limits(order.TimeLimit);
        if (order.Recording is { } recording)
            _ = Record(leg, recording);
        Start(leg, () => Ring(leg, order.Timeout, order.SendDigits, changed => order.Joins is { } joins && changed is null
            ? joins(leg)
            : new LegRunner(exchange).Run(leg, changed ?? order.Source), queued: true));
        return leg;
    }

    /// <param name="parent">The leg whose document dials.</param>
    /// <param name="noun">Whom.</param>
    /// <param name="options">Timeout and caller id.</param>
    /// <param name="won">Asked once the callee answered and heard the screening document: may they be bridged?</param>
    public Leg DialFrom(Leg parent, NumberNoun noun, DialOptions options, Func<Leg, bool> won)
    {
        var person = exchange.People.Behind(noun.Number);
        var leg = New(LegDirection.OutboundDial, options.CallerId ?? parent.From, noun.Number, person, parent.Clock.IsFast && !person.InRealTime, null, parent.Sid, parent.Faults);
        leg.Callbacks = noun.Callbacks;
        leg.Story.Tell("dialled", ("callSid", leg.Sid), ("direction", leg.Direction.Wire()), ("from", leg.From), ("to", leg.To), ("number", leg.To), ("parent", parent.Sid));
        Start(leg, () => Ring(leg, options.Timeout + Buffer, noun.SendDigits, _ => Screen(leg, noun, won)));
        return leg;
    }

    private async Task Screen(Leg leg, NumberNoun noun, Func<Leg, bool> won)
    {
        if (noun.Url is { } url)
            await new LegRunner(exchange).Run(leg, new UrlSource(url, noun.Method), DocumentKind.Screen);
        if (leg.IsOver)
            return;
        if (!won(leg))
        {
            exchange.Life.End(leg, LegStatus.Completed, EndedBy.Service);
            return;
        }
        await UntilEnded(leg);
    }

    /// <summary>Bridged: nothing runs on this leg until somebody hangs it up.</summary>
    private async Task UntilEnded(Leg leg)
    {
        try
        {
            await leg.Ended.Wait(leg.Token);
        }
        catch (OperationCanceledException) when (leg.TakeInterruption() is { } wish)
        {
            if (wish is EndInterruption end)
                exchange.Life.End(leg, end.Status, end.By);
            else
            {
                leg.BridgeOver?.Set();
                await new LegRunner(exchange).Run(leg, ((RedirectInterruption)wish).Source);
            }
        }
    }

    private async Task Ring(Leg leg, int timeout, string? digits, Func<Source?, Task> answered, bool queued = false)
    {
        Source? changed = null;
        try
        {
            if (queued)
                await exchange.Line.Turn(leg);
            exchange.Life.Move(leg, LegStatus.Initiated, "initiated");
            var plan = leg.Person.Ring(leg.Random);
            if (plan.Outcome != LegStatus.Failed)
                exchange.Life.Move(leg, LegStatus.Ringing, "ringing");
            var patience = TimeSpan.FromSeconds(timeout);
            await leg.Pass(plan.After < patience ? plan.After : patience, leg.Token);
            var outcome = plan.After < patience ? plan.Outcome : LegStatus.NoAnswer;
            if (outcome != LegStatus.InProgress)
            {
                exchange.Life.End(leg, outcome, EndedBy.Agent);
                return;
            }
            exchange.Life.Answer(leg);
            if (digits is not null)
                await SentDigits.Send(leg, digits, leg.Token);
        }
        catch (OperationCanceledException) when (leg.TakeInterruption() is { } wish)
        {
            if (wish is EndInterruption end)
            {
                exchange.Life.End(leg, end.Status, end.By);
                return;
            }
            changed = (wish as RedirectInterruption)?.Source;
        }
        exchange.Life.Answer(leg);
        await answered(changed);
    }

    private async Task Record(Leg leg, RecordingOrder order)
    {
        await leg.Answered.Wait(CancellationToken.None);
        exchange.Recordings.Start(leg, order);
    }

    private Leg New(
        LegDirection direction, string from, string to, IPerson person, bool fast, string? numberSid, string? parent, Faults.CallFaults faults)
    {
        var time = exchange.Time;
        var sid = exchange.NextId("CA");
        var story = new Story(sid, exchange.Log, () => time.Now);
        var settings = exchange.Settings;
        var leg = new Leg(settings.AccountSid, settings.AuthToken, sid, direction, from, to)
        {
            Clock = new CallClock(time, fast),
            Random = exchange.NextRandom(),
            Person = person,
            Story = story,
            Created = time.Now,
            SpeakingRate = settings.SpeakingRate,
            ParentSid = parent,
            NumberSid = numberSid,
            Faults = faults,
        };
        story.Seconds = () => leg.Seconds;
        exchange.Add(leg);
        leg.Limits(Longest);
        return leg;
    }

    /// <summary>A strand of its own: whoever asked for the leg gets its answer first.</summary>
    private void Start(Leg leg, Func<Task> strand) => _ = exchange.Time.Run(async () =>
    {
        try
        {
            await strand();
        }
        catch (Exception failure)
        {
            // A defect of the trunk must be seen, and must not leave a leg hanging.
            leg.Story.Warn(12400, "The trunk failed on this leg: " + failure);
            exchange.Life.End(leg, LegStatus.Failed, EndedBy.Carrier);
        }
    });
}
