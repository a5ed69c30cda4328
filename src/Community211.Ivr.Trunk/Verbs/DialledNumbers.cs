using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Time;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>Rings the numbers of a Dial at once (or in turn) and bridges the first who answers.</summary>
internal sealed class DialledNumbers(Turn turn, DialOptions options, IReadOnlyList<NumberNoun> numbers)
{
    private readonly List<Leg> children = [];
    private readonly DialRecording recording = new(turn, options);
    private Leg? winner;
    private Signal changed = new();

    public async Task<DialResult> Run()
    {
        try
        {
            recording.Ringing();
            return options.Sequential ? await InTurn() : await Ring(numbers);
        }
        catch (OperationCanceledException)
        {
            EndAll(null);
            throw;
        }
        finally
        {
            recording.Stop();
        }
    }

    private async Task<DialResult> InTurn()
    {
        var result = new DialResult("failed");
        foreach (var number in numbers)
        {
            result = await Ring([number]);
            if (result.Seconds is not null)
                break;
        }
        return result;
    }

    private async Task<DialResult> Ring(IReadOnlyList<NumberNoun> nouns)
    {
        children.Clear();
        var began = turn.Leg.Clock.Now;
        foreach (var noun in nouns)
            Start(noun);
        while (winner is null && children.Exists(child => !child.IsOver))
        {
            changed = new Signal();
            await changed.Wait(turn.Token);
        }
        if (turn.Leg.Clock.Now > began)
            turn.Leg.FetchesWithoutTime = 0;
        if (winner is null)
        {
            recording.Stop();
            return new DialResult(children is [var only] ? only.Status.Wire() : Worst(), children.LastOrDefault()?.Sid, null, recording.Recording);
        }
        EndAll(winner);
        return await Talk(winner);
    }

    private void Start(NumberNoun noun)
    {
        var number = DialledNumber.Normal(noun.Number);
        if (DialledNumber.Refusal(number, turn.Exchange.Settings) is { } refusal)
        {
            turn.Leg.Story.Warn(refusal.Code, refusal.Text);
            return;
        }
        var absolute = noun with { Number = number, Url = noun.Url is { } url ? turn.Document.Resolve(url) : null };
        if (noun.Callbacks.Url is { } callback)
            absolute = absolute with { Callbacks = noun.Callbacks with { Url = turn.Document.Resolve(callback) } };
        var child = turn.Exchange.Dialler.DialFrom(turn.Leg, absolute, options, Won);
        children.Add(child);
        _ = Watch(child);
    }

    private bool Won(Leg child)
    {
        if (winner is not null || turn.Token.IsCancellationRequested)
            return false;
        winner = child;
        changed.Set();
        return true;
    }

    private async Task Watch(Leg child)
    {
        await child.Ended.Wait(CancellationToken.None);
        changed.Set();
    }

    private async Task<DialResult> Talk(Leg child)
    {
        var leg = turn.Leg;
        turn.Exchange.Life.Answer(leg);
        recording.Start();
        var began = leg.Clock.Now;
        var over = child.BridgeOver = new Signal();
        _ = EndWith(child, over);
        (leg.Bridge, child.Bridge) = (child, leg);
        Talks.Begin(leg, child);
        Talks.Begin(child, leg);
        using var limit = leg.Clock.Schedule(TimeSpan.FromSeconds(options.TimeLimit), () => Hangup(child), maySkip: false);
        using var star = new StarKey(leg, options, () => Hangup(child));
        try
        {
            await over.Wait(turn.Token);
        }
        finally
        {
            (leg.Bridge, child.Bridge) = (null, null);
        }
        leg.LeftBy = EndedBy.Agent;
        recording.Stop();
        return new DialResult("completed", child.Sid, (int)Math.Round((leg.Clock.Now - began).TotalSeconds), recording.Recording);
    }

    private static async Task EndWith(Leg child, Signal over)
    {
        await child.Ended.Wait(CancellationToken.None);
        over.Set();
    }

    private void EndAll(Leg? except)
    {
        foreach (var child in children.Where(child => child != except))
            Hangup(child);
    }

    private static void Hangup(Leg child) =>
        child.Interrupt(new EndInterruption(child.AnsweredAt is null ? LegStatus.Canceled : LegStatus.Completed, EndedBy.Service));

    private string Worst() => children.Count == 0 ? "failed"
        : children.Exists(child => child.Status == LegStatus.NoAnswer) ? "no-answer"
        : children[^1].Status.Wire();
}
