using System.Collections.Immutable;
using Community211.Ivr.Flows;
using Community211.Ivr.Flows.Examples;

namespace Community211.Ivr.Tests.Flows;

public sealed class CallPlayerTests
{
    private static PlayedCall Play(params ImmutableArray<Doing> does) =>
        CallPlayer.Play(Ontario.Set, new ScriptedCall(Ontario.Noon, "+18005550199", null, Conditions.Plain, does));

    [Fact]
    public void Silent_PlaysToTheLineAndIsAskedThereUntilNothingIsLeft()
    {
        var call = Play();
        Assert.Equal(PlayEnd.Waiting, call.End);
        Assert.InRange(call.InLineAfter!.Value, TimeSpan.FromSeconds(5), Ontario.Set.Flow.ToQueue);
        Assert.Equal(("person", ""), (call.State.Line!.Queue, call.State.Step));
        Assert.Contains(call.Turns, t => t.Step == "postal" && t.Did.Kind == DoingKind.Silence);
    }

    [Fact]
    public void Keys_ArePressedWhereSomethingIsAsked()
    {
        var call = Play(new Doing(DoingKind.Press, "2"), new Doing(DoingKind.Press, "1"), new Doing(DoingKind.Say, "M5V 2T6"));
        Assert.Equal(("fr", "shelter", "toronto"), (call.State.Language, call.State.Need, call.State.Region));
        Assert.Empty(call.Unused);
    }

    [Fact]
    public void KeyThatAlwaysWorks_IsPressedDuringAnyMessage()
    {
        var call = Play(Doing.Silence, new Doing(DoingKind.Press, "9"));
        Assert.Equal("crisis", call.State.Line!.Queue);
        Assert.Equal("go crisis", call.Turns.Single(t => t.Did.Kind == DoingKind.Press).Taken!.ToString());
    }

    [Fact]
    public void Person_ThenSilence_EndsWithTheGoodbye()
    {
        var call = Play(new Doing(DoingKind.Person));
        Assert.Equal(PlayEnd.Ended, call.End);
        Assert.Contains(call.Turns[^1].Heard, h => h.Text.StartsWith("Thank you", StringComparison.Ordinal));
    }

    [Fact]
    public void HangUp_EndsThePlay()
    {
        var call = Play(new Doing(DoingKind.HangUp), new Doing(DoingKind.Press, "1"));
        Assert.Equal(PlayEnd.HungUp, call.End);
        Assert.Single(call.Unused);
    }

    [Fact]
    public void Time_OfAKeyIsTheMessage_OfSilenceAlsoThePatience()
    {
        var silent = Play().InLineAfter!.Value;
        var pressed = Play(new Doing(DoingKind.Press, "2")).InLineAfter!.Value;
        Assert.Equal(Ontario.Set.Flow.Patience.Wait, silent - pressed);
    }
}
