using System.Collections.Immutable;
using System.Globalization;
using Community211.Ivr.Calls;
using Community211.Ivr.Tests.Calls.Model;
using CsCheck;

namespace Community211.Ivr.Tests.Calls;

/// <summary>
/// The rules of docs/connecting.md as a model: random things happen between caller, agents, carrier and engine, rules are checked after
/// each, and once nothing fails any more everyone must end up where they belong. The streams are numbered, so that every run checks the
/// same ones; IVR_MODEL_STREAMS=FROM-TO checks others.
/// </summary>
public sealed class ConnectingModelTests
{
    private const int Streams = 400;

    private static readonly Gen<Step> Steps = Gen.Select(
        Gen.Frequency(
            (2, Gen.Const(StepKind.Arrive)),
            (14, Gen.Const(StepKind.Deliver)),
            (3, Gen.Const(StepKind.DeliverBetween)),
            (3, Gen.Const(StepKind.DeliverTwice)),
            (3, Gen.Const(StepKind.Again)),
            (1, Gen.Const(StepKind.Lose)),
            (4, Gen.Const(StepKind.Key)),
            (1, Gen.Const(StepKind.HangUp)),
            (8, Gen.Const(StepKind.Agent)),
            (4, Gen.Const(StepKind.DeskAccept)),
            (1, Gen.Const(StepKind.DeskDecline)),
            (2, Gen.Const(StepKind.DeskEnd)),
            (2, Gen.Const(StepKind.DeskTransfer)),
            (8, Gen.Const(StepKind.Lanes)),
            (8, Gen.Const(StepKind.CarryOut)),
            (8, Gen.Const(StepKind.Reply)),
            (4, Gen.Const(StepKind.Pass)),
            (4, Gen.Const(StepKind.Timers)),
            (4, Gen.Const(StepKind.Match)),
            (2, Gen.Const(StepKind.Sweep)),
            (1, Gen.Const(StepKind.Crash)),
            (2, Gen.Const(StepKind.LineAnswers)),
            (1, Gen.Const(StepKind.Calm))),
        Gen.Int[0, 99],
        Gen.Int[0, 99],
        (kind, which, how) => new Step(kind, which, how));

    private static readonly Gen<Step[]> Conversations = Steps.Array[20, 200].Select(steps => steps.Prepend(new Step(StepKind.Arrive, 0, steps[0].How)).ToArray());

    /// <summary>What follows once somebody talks: mostly transfers, and what may go wrong with them.</summary>
    private static readonly Gen<Step> StepsInTalk = Gen.Select(
        Gen.Frequency(
            (10, Gen.Const(StepKind.DeskTransfer)),
            (6, Gen.Const(StepKind.Calm)),
            (8, Gen.Const(StepKind.Deliver)),
            (2, Gen.Const(StepKind.DeliverTwice)),
            (2, Gen.Const(StepKind.Again)),
            (1, Gen.Const(StepKind.Lose)),
            (6, Gen.Const(StepKind.Agent)),
            (1, Gen.Const(StepKind.DeskAccept)),
            (6, Gen.Const(StepKind.Lanes)),
            (6, Gen.Const(StepKind.CarryOut)),
            (6, Gen.Const(StepKind.Reply)),
            (2, Gen.Const(StepKind.Pass)),
            (2, Gen.Const(StepKind.Timers)),
            (1, Gen.Const(StepKind.Sweep)),
            (1, Gen.Const(StepKind.Crash)),
            (1, Gen.Const(StepKind.HangUp))),
        Gen.Int[0, 99],
        Gen.Int[0, 99],
        (kind, which, how) => new Step(kind, which, how));

    private static readonly Gen<Step[]> Transfers = StepsInTalk.Array[10, 60].Select(steps => (Step[])
    [
        new Step(StepKind.Arrive, 0, 0), new Step(StepKind.Calm, 0, 0), new Step(StepKind.Pass, 0, 24), new Step(StepKind.Calm, 0, 0), .. steps,
    ]);

    [Fact]
    public async Task Connecting_WhateverHappens_NobodyIsLost()
    {
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        await Task.Run(async () =>
        {
            foreach (var stream in StreamsToCheck())
            {
                var steps = Of(stream);
                if (await Check(steps, seen) is null)
                    continue;
                Assert.Fail(await Story(stream, steps));
            }
        }, TestContext.Current.CancellationToken);
        string[] wanted =
        [
            "accepted", "accepted-while-ringing", "agent-lost", "asked-for-person", "called-in", "consult-in-room", "consult-in-vain", "consult-over", "ended", "ended-at-desk", "handed-over", "in-line", "key-always", "last-agent-kept", "line-failed", "need", "offer",
            "offer-in-vain", "outside-line", "passed-on", "stays-in-crisis-line", "swept", "talking",
        ];
        Assert.Empty(wanted.Except(seen));
    }

    private static Step[] Of(uint stream) => (stream % 3 == 0 ? Transfers : Conversations).Generate(new PCG(stream, 211), null, out _);

    private static IEnumerable<uint> StreamsToCheck()
    {
        var range = (Environment.GetEnvironmentVariable("IVR_MODEL_STREAMS") ?? $"1-{Streams}").Split('-');
        for (var stream = uint.Parse(range[0], CultureInfo.InvariantCulture); stream <= uint.Parse(range[1], CultureInfo.InvariantCulture); stream++)
            yield return stream;
    }

    /// <summary>Null when all rules hold, else the rule that does not.</summary>
    private static async Task<string?> Check(IReadOnlyCollection<Step> steps, SortedSet<string>? seen = null, World? world = null)
    {
        world ??= new World();
        try
        {
            await Conversation.Play(world, steps);
            await FoldsToItsSnapshot(world, seen);
            return null;
        }
        catch (ModelException broken)
        {
            return broken.Message;
        }
        catch (InvalidOperationException broken)
        {
            return broken.ToString();
        }
    }

    /// <summary>The facts of each call add up to its snapshot, also when everything private is forgotten.</summary>
    private static async Task FoldsToItsSnapshot(World world, SortedSet<string>? seen)
    {
        foreach (var call in await world.Store.Calls(100, default))
        {
            var (facts, snapshot) = (await world.Facts(call.Sid), await world.Snapshot(call.Sid));
            ImmutableArray<StoredFactLists> both = [new(facts), new([.. facts.Select(f => f with { Private = null })])];
            foreach (var list in both)
            {
                var folded = CallJson.Write(CallHistory.Fold(call.Sid, RealFlow.Set, new CallRules(), list.Facts));
                if (folded != snapshot)
                    throw new ModelException($"The facts of {call.Sid} add up to\n{folded}\nand not to\n{snapshot}");
            }
            if (CallJson.Write(CallJson.Read<CallState>(snapshot)) != snapshot)
                throw new ModelException($"{call.Sid} changes when it is read and written.");
            foreach (var fact in facts)
                seen?.UnionWith((CallJson.ReadEvent(fact.Event, null).Because ?? []).Select(r => r.Code));
        }
    }

    /// <summary>The shortest list of steps found that still breaks a rule, and what happens in it.</summary>
    private static async Task<string> Story(uint stream, Step[] steps)
    {
        var shortest = steps.ToList();
        for (var size = shortest.Count / 2; size > 0; size /= 2)
        {
            for (var at = 0; at + size <= shortest.Count;)
            {
                List<Step> fewer = [.. shortest[..at], .. shortest[(at + size)..]];
                if (await Check(fewer) is not null)
                    shortest = fewer;
                else
                    at += size;
            }
        }
        var world = new World();
        var rule = await Check(shortest, null, world);
        return $"Stream {stream}: {rule}\n{string.Join('\n', world.Trace)}";
    }

    private sealed record StoredFactLists(ImmutableArray<Community211.Ivr.Calls.Ports.StoredFact> Facts);
}
