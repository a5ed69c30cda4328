using System.Collections.Immutable;
using Community211.Ivr.Flows.Differences;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Tests.Flows.Differences;

/// <summary>What carries over to another flow, and what does not.</summary>
public sealed class ByStepTests
{
    private static readonly CarriedAnswer HungUp = new() { HungUp = true };

    private static ComparedCall Compare(FlowSet before, FlowSet after, params ImmutableArray<CarriedAnswer> answers) =>
        new CallComparer(before, after).Compare(new CarriedCall { Id = "CA1", At = Ontario.Noon, Order = AnswerOrder.WhenAsked, Answers = answers });

    private static ComparedCall Compare(FlowSet after, params ImmutableArray<CarriedAnswer> answers) => Compare(Planted.Set, after, answers);

    private static CarriedAnswer Key(string key) => new() { Digits = key };

    [Fact]
    public void KeyThatAlwaysWorks_AtTheSameStep_Carries()
    {
        var after = Planted.Edited("For food, press 1.", "For food and clothes, press 1.");
        Assert.Equal(("crisis", Comparison.Same), (Compare(after, Key("9")).After!.Landing!.Line, Compare(after, Key("9")).Comparison));
    }

    [Fact]
    public void KeyThatAlwaysWorks_AtAStepThatIsNoMore_IsUndetermined()
    {
        var after = Planted.Edited("next: welcome }", "next: person }");
        var compared = Compare(after, Key("9"));
        Assert.Equal(
            (Comparison.Undetermined, "the caller asked for a person or for help in a crisis at step 'welcome', which is not come to"),
            (compared.Comparison, compared.Why));
        Assert.Equal((Comparison.Elsewhere, "line, priority"), (Compare(after, Key("1")).Comparison, Compare(after, Key("1")).Why));
    }

    [Fact]
    public void KeyThatAlwaysWorks_DuringAMessage_CarriesToTheSameMessageOnly()
    {
        var hello = Planted.Edited("next: welcome }", "next: hello }\n  hello: { say: \"Hello.\", next: welcome }");
        Assert.Equal(Comparison.Same, Compare(hello, hello, Key("9")).Comparison);
        Assert.Equal("hello: go crisis", Assert.Single(Compare(hello, hello, Key("9")).Before!.Given).ToString());
        Assert.Equal(Comparison.Undetermined, Compare(hello, Planted.Set, Key("9")).Comparison);
        Assert.Equal(Comparison.Same, Compare(hello, Planted.Set, Key("1")).Comparison);
    }

    [Fact]
    public void HangingUp_CarriesToTheSameStepOnly()
    {
        Assert.Equal(Landing.HungUp, Compare(Planted.Edited("For food, press 1.", "Food: 1."), HungUp).After!.Landing!.Queue);
        Assert.Equal(Comparison.Undetermined, Compare(Planted.Edited("next: welcome }", "next: person }"), HungUp).Comparison);
        var age = Planted.Edited("next: welcome }", "next: age }\n  age: { ask: \"How old?\", digits: 2, next: welcome, otherwise: welcome }");
        Assert.Equal("step 'age' asks, and the caller was not asked it", Compare(age, HungUp).Why);
    }

    [Fact]
    public void QuestionMadeAMessage_IsHeardAndGoesOn()
    {
        var after = WithSteps.Set(Planted.Menu.Replace(
            """
              welcome:
                menu: "For food, press 1. For money, press 2."
                keys: { 1: food, 2: money }
                otherwise: person
            """,
            "  welcome: { say: \"Hello.\", next: person }", StringComparison.Ordinal));
        Assert.Equal((Comparison.Elsewhere, "line, priority"), (Compare(after, Key("1")).Comparison, Compare(after, Key("1")).Why));
        Assert.Equal(Comparison.Same, Compare(after, Key("")).Comparison);
    }

    [Fact]
    public void RecordThatEndsInTheFlow_IsNotComparable()
    {
        var compared = Compare(Planted.Set);
        Assert.Equal((Comparison.NotComparable, "its record ends at step 'welcome', before any line"), (compared.Comparison, compared.Why));
    }

    [Fact]
    public void PostalCode_WhoseAreaMoved_IsUndetermined()
    {
        const string Asks = "    next: welcome\n\n", Asked = "    next: code\n\n  code:\n    region: [postal-code]\n    say: \"Enter or say your postal code.\"\n    next: welcome\n\n";
        var files = BrokenFiles.Change("ontario.yaml", Asks, Asked);
        const string French = "  code: { say: { of: \"Enter or say your postal code.\", text: \"Entrez ou dites votre code postal.\" } }\n";
        files = files.SetItem("ontario.fr.yaml", files["ontario.fr.yaml"].Replace("\n  postal:", $"\n{French}  postal:", StringComparison.Ordinal));
        var before = RealFlow.Load(files);
        var moved = RealFlow.Load(files.SetItem("fsa.csv", files["fsa.csv"].Replace("\nM5V,toronto,", "\nM5V,east,", StringComparison.Ordinal)));
        ImmutableArray<CarriedAnswer> answers = [new CarriedAnswer { Speech = "M5V 2T6" }, Key("2")];
        Assert.Equal(Comparison.Same, Compare(before, before, answers).Comparison);
        Assert.Equal((Comparison.Undetermined, "postal codes of 'toronto' at step 'code' mean another region now"), (Compare(before, moved, answers).Comparison, Compare(before, moved, answers).Why));
    }

    [Fact]
    public void Answers_ByStep_NeverByPosition()
    {
        var before = Planted.Edited("next: welcome }", "next: age }\n  age: { ask: \"How old?\", keys: { 1: young, 2: old }, next: welcome, otherwise: welcome }");
        var after = Planted.Edited(
            "next: welcome }\n  welcome:\n    menu: \"For food, press 1. For money, press 2.\"\n    keys: { 1: food, 2: money }\n    otherwise: person",
            "next: welcome }\n  welcome:\n    menu: \"For food, press 1. For money, press 2.\"\n    keys: { 1: food, 2: money }\n    otherwise: age\n  age: { ask: \"How old?\", keys: { 1: young, 2: old }, next: person, otherwise: person }");
        Assert.Equal(Comparison.Same, Compare(before, after, Key("2"), Key("1")).Comparison);
        Assert.Equal("food", Compare(before, after, Key("2"), Key("1")).After!.Landing!.Line);
    }
}
