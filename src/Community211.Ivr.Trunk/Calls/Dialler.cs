using Community211.Ivr.Trunk.People;
using Community211.Ivr.Trunk.Time;
using Community211.Ivr.Trunk.Verbs;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>Makes legs: a caller's, one that the REST API asks for, one that a Dial rings.</summary>
internal sealed class Dialler(Exchange exchange)
{
    public Leg Place(CallOrder order)
    {
        var number = order.Number;
        var leg = New(LegDirection.Inbound, order.From, number.Number, order.Person, order.Fast, number.Sid, null, order.Faults);
        leg.Status = LegStatus.Ringing;
        leg.FallbackUrl = number.FallbackUrl;
        leg.Callbacks = Callbacks.Of(number.StatusCallback, "POST", []);
        leg.Story.Tell("dialled", ("callSid", leg.Sid), ("from", order.From), ("to", order.Dialled), ("number", number.Number));
        Start(leg, () => new LegRunner(exchange).Run(leg, new UrlSource(number.VoiceUrl, number.VoiceMethod)));
        return leg;
    }

    public Leg Dial(DialOrder order)
    {
        var person = exchange.People.Behind(order.To);
        var leg = New(LegDirection.OutboundApi, order.From, order.To, person, exchange.AnyFastCall && !person.ByHand, null, null, Faults.CallFaults.None);
        leg.Callbacks = order.Callbacks;
        leg.FallbackUrl = order.FallbackUrl;
        leg.FallbackMethod = order.FallbackMethod;
        leg.Story.Tell("dialled", ("callSid", leg.Sid), ("from", leg.From), ("to", leg.To), ("number", leg.To));
        if (order.TimeLimit is { } limit)
            _ = Limit(leg, limit);
        Start(leg, () => Ring(leg, order.Timeout, changed => new LegRunner(exchange).Run(leg, changed ?? order.Source)));
        return leg;
    }

    /// <param name="parent">The leg whose document dials.</param>
    /// <param name="noun">Whom.</param>
    /// <param name="options">Timeout and caller id.</param>
    /// <param name="won">Asked once the callee answered and heard the screening document: may they be bridged?</param>
    public Leg DialFrom(Leg parent, NumberNoun noun, DialOptions options, Func<Leg, bool> won)
    {
        var person = exchange.People.Behind(noun.Number);
        var leg = New(LegDirection.OutboundDial, options.CallerId ?? parent.From, noun.Number, person, parent.Clock.IsFast && !person.ByHand, null, parent.Sid, parent.Faults);
        leg.Callbacks = noun.Callbacks;
        leg.Story.Tell("dialled", ("callSid", leg.Sid), ("from", leg.From), ("to", leg.To), ("number", leg.To), ("parent", parent.Sid));
        Start(leg, () => Ring(leg, options.Timeout, _ => Screen(leg, noun, won)));
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
                await new LegRunner(exchange).Run(leg, ((RedirectInterruption)wish).Source);
        }
    }

    private async Task Ring(Leg leg, int timeout, Func<Source?, Task> answered)
    {
        Source? changed = null;
        try
        {
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

    private static async Task Limit(Leg leg, int seconds)
    {
        await leg.Answered.Wait(CancellationToken.None);
        leg.Clock.Schedule(
            TimeSpan.FromSeconds(seconds), () => leg.Interrupt(new EndInterruption(LegStatus.Completed, EndedBy.Carrier)), maySkip: false);
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
