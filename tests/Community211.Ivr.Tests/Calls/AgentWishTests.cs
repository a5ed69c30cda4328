using Community211.Ivr.Calls;
using Community211.Ivr.Queues;
using Community211.Ivr.Tests.Storage;

namespace Community211.Ivr.Tests.Calls;

/// <summary>What agents may be set to from each state.</summary>
public sealed class AgentWishTests
{
    private const string Offer = "A caller is being offered: accept or decline the offer first.";
    private const string End = "End the call first.";
    private const string SignIn = "Sign in first.";

    public static TheoryData<AgentOrder, AgentPhase, AgentPhase?, string?> All => new()
    {
        { AgentOrder.SignIn, AgentPhase.Off, AgentPhase.Available, null },
        { AgentOrder.SignIn, AgentPhase.Talking, AgentPhase.Talking, null },
        { AgentOrder.SignIn, AgentPhase.Away, AgentPhase.Away, null },
        { AgentOrder.SignOut, AgentPhase.Available, AgentPhase.Off, null },
        { AgentOrder.SignOut, AgentPhase.Away, AgentPhase.Off, null },
        { AgentOrder.SignOut, AgentPhase.WrapUp, AgentPhase.Off, null },
        { AgentOrder.SignOut, AgentPhase.Off, AgentPhase.Off, null },
        { AgentOrder.SignOut, AgentPhase.Offered, null, Offer },
        { AgentOrder.SignOut, AgentPhase.Joining, null, End },
        { AgentOrder.SignOut, AgentPhase.Talking, null, End },
        { AgentOrder.Away, AgentPhase.Available, AgentPhase.Away, null },
        { AgentOrder.Away, AgentPhase.WrapUp, AgentPhase.Away, null },
        { AgentOrder.Away, AgentPhase.Off, null, SignIn },
        { AgentOrder.Away, AgentPhase.Offered, null, Offer },
        { AgentOrder.Away, AgentPhase.Talking, null, End },
        { AgentOrder.Available, AgentPhase.Away, AgentPhase.Available, null },
        { AgentOrder.Available, AgentPhase.WrapUp, AgentPhase.Available, null },
        { AgentOrder.Available, AgentPhase.Available, AgentPhase.Available, null },
        { AgentOrder.Available, AgentPhase.Off, null, SignIn },
        { AgentOrder.Available, AgentPhase.Joining, null, End },
        { AgentOrder.WrapUpDone, AgentPhase.WrapUp, AgentPhase.Available, null },
        { AgentOrder.WrapUpDone, AgentPhase.Away, null, "There is no wrap-up to end." },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void Apply_FromAState_GivesTheOtherOrSaysWhyNot(AgentOrder order, AgentPhase from, AgentPhase? to, string? whyNot)
    {
        var agent = Units.Agent() with { Phase = from };
        var after = new AgentWish(order, "agent-1", "break").Apply(agent, Units.Start.AddMinutes(1), out var said);
        Assert.Equal((to, whyNot), (after?.Phase, said));
        Assert.Equal(to == AgentPhase.Away && from != to ? "break" : null, after?.AwayReason);
    }

    [Fact]
    public void Away_WhileAwayAfterAnOffer_IsAwayByTheirOwnWordAndNoTimerEndsIt()
    {
        var away = Units.Agent(version: 4) with { Phase = AgentPhase.Away, AwayReason = "no-answer" };
        var after = new AgentWish(AgentOrder.Away, "agent-1", "lunch").Apply(away, Units.Start, out _)!;
        Assert.Equal(("lunch", "agent-1"), (after.AwayReason, after.By));
        Assert.Null(new AgentTimer(4).Apply(after, Units.Start));
    }
}
