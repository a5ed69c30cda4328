using Community211.Ivr.Queues;

namespace Community211.Ivr.Tests.Calls;

/// <summary>Whoever is cut off and dials again goes on where they were.</summary>
public sealed class CutOffTests
{
    [Fact]
    public async Task DialledAgain_AfterBeingCutOffInLine_KeepsTheTime()
    {
        var scene = await Scene.InLine();
        var arrived = (await scene.State()).Flow.ArrivedAt;
        scene.Carrier.End(scene.Caller, "completed");
        await scene.Drain();
        await scene.Later(9 * 60);

        Assert.Equal((arrived, Priority.General), await Again(scene));
    }

    [Fact]
    public async Task DialledAgain_InACrisis_IsInCrisisAndFirstOfferedToTheSameAgent()
    {
        var scene = await Scene.InLine("9");
        await scene.World.Match();
        await scene.Lanes();
        await scene.Accept(scene.Carrier.Legs.Last(l => l is { IsCaller: false, IsOver: false }));
        await scene.Lanes();
        var agent = (await scene.State()).Connection!.To;
        var arrived = (await scene.State()).Flow.ArrivedAt;
        scene.Carrier.End(scene.Caller, "completed");
        await scene.Drain();
        await scene.Lanes();
        await scene.Later(60);

        Assert.Equal((arrived, Priority.Crisis), await Again(scene));
        var entry = Assert.Single((await scene.World.Floor()).Entries);
        Assert.Equal(agent, entry.FirstTo);
        await scene.World.Match();
        Assert.Equal(agent, (await scene.World.Floor()).Entries.Single().Offers[0].To);
    }

    [Fact]
    public async Task DialledAgain_AfterTheAgentEndedTheTalk_BeginsAnew()
    {
        var (scene, _) = await Scene.Talking();
        await scene.World.EndTalk(await scene.Agent("t1"));
        await scene.Lanes();
        scene.Carrier.End(scene.Caller, "completed");
        await scene.Drain();

        await Later(scene, minutes: 1, expected: false);
    }

    [Fact]
    public async Task DialledAgain_ElevenMinutesLater_BeginsAnew()
    {
        var scene = await Scene.InLine();
        scene.Carrier.End(scene.Caller, "completed");
        await scene.Drain();

        await Later(scene, minutes: 11, expected: false);
    }

    private static async Task Later(Scene scene, int minutes, bool expected)
    {
        var arrived = (await scene.State()).Flow.ArrivedAt;
        await scene.Later(minutes * 60);
        Assert.Equal(expected, (await Again(scene)).ArrivedAt == arrived);
    }

    private static async Task<(DateTimeOffset? ArrivedAt, Priority Priority)> Again(Scene scene)
    {
        var leg = scene.Carrier.Arrive("+14165550100", scene.Caller.Number);
        await scene.Drain();
        scene.Carrier.Press(leg, "");
        await scene.Drain();
        var state = (await scene.World.Load(leg.Sid))!;
        Assert.Equal(CallerPhase.Waiting, state.Phase);
        return (state.Flow.ArrivedAt, state.Flow.Priority);
    }
}
