namespace Community211.Ivr.Tests.Flows;

/// <summary>Mistakes in where a flow leads.</summary>
internal static class MistakesInFlows
{
    private const string Flow = "ontario.yaml";
    private const string French = "ontario.fr.yaml";
    private const string Calls = "ontario.calls.yaml";

    private static readonly Edit Looped = new(Flow, "    otherwise: general\n    next: postal\n", "    otherwise: general\n    next: surge\n");
    private static readonly Edit Ended = new(Flow, "    otherwise: general\n    next: postal\n", "    otherwise: general\n    next: goodbye\n");
    private static readonly Edit WaitsNowhere = new(Flow, "    otherwise: unknown\n    next: person\n", "    otherwise: unknown\n    next: keep-waiting\n");

    public static readonly Mistake[] All =
    [
        new("A step's name is mistyped", "unknown-step", Flow, "next: welcom\n", "'welcome'", [new(Flow, "next: welcome\n", "next: welcom\n")], [new(Flow, "next: welcom\n", "next: welcome\n")]),
        new("A field's name is mistyped", "unknown-field", Flow, "meanwile: surge", "'meanwhile'", [new(Flow, "meanwhile: surge", "meanwile: surge")], [new(Flow, "meanwile", "meanwhile")]),
        new("A word is mistyped", "unknown-word", Flow, "  offer:\n", "'menu'", [new(Flow, "    menu: \"To be", "    menue: \"To be")], [new(Flow, "menue:", "menu:")]),
        new("A step leads nowhere", "missing-field", Flow, "region: [postal-code]", "next", [new(Flow, "    next: late\n", "")], [new(Flow, "    say: \"Enter or say your postal code.\"\n", "    say: \"Enter or say your postal code.\"\n    next: late\n")]),
        new("Questions in line go round", "loop", Flow, "  surge: {", "keep-waiting", [Looped], [Looped.Back]),
        new("Silence ends the call", "ends-before-person", Flow, "    next: goodbye\n", "in line to keep-waiting", [Ended], [Ended.Back]),
        new("Waiting in no line", "keep-waiting-outside", Flow, "    next: keep-waiting\n", "a queue", [WaitsNowhere], [new(Flow, "    next: keep-waiting\n", "    next: person\n")]),
        new("The greeting grew", "too-late-in-line", Flow, "  welcome:\n", "Say less", [new(Flow, "2-1-1. Stay", Greeting + "Stay")], [new(Flow, Greeting, "2-1-1. ")]),
        new("A menu before the line", "too-late-in-line", Flow, "  early:\n", "meanwhile", [new(Flow, "    otherwise: unknown\n    next: person\n", "    otherwise: unknown\n    next: early\n"), new(Flow, "  person:\n", Early), new(French, "  person:\n", EarlyInFrench), new(Calls, "", EarlyCall)], [new(Flow, "    otherwise: unknown\n    next: early\n", "    otherwise: unknown\n    next: person\n"), new(Flow, Early, "  person:\n"), new(French, EarlyInFrench, "  person:\n"), new(Calls, EarlyCall, "")]),
        new("The crisis key chooses something else", "crisis-key-taken", Flow, "keys: { 1: shelter, 9: financial }", "another key", [new(Flow, "2: financial }", "9: financial }")], [new(Flow, "9: financial }", "2: financial }")]),
        new("The key for a person chooses something else", "always-key-taken", Flow, "keys: { 1: shelter, 0: financial }", "another key", [new(Flow, "2: financial }", "0: financial }")], [new(Flow, "0: financial }", "2: financial }")]),
        new("No key for a crisis", "no-crisis-key", Flow, "always: { 0: person }", "9: crisis", [new(Flow, "0: person, 9: crisis", "0: person")], [new(Flow, "{ 0: person }", "{ 0: person, 9: crisis }")]),
        new("No key for a person, though texts promise it", "promised-key-missing", "phrases.yaml", "en: \"You are still in line.", "'always'", [new(Flow, "0: person, 9: crisis", "9: crisis")], [new(Flow, "{ 9: crisis }", "{ 0: person, 9: crisis }")]),
        new("From the survey no way leads to a person", "no-person", Flow, "  survey:\n", "always: { 0: person }", [new(Flow, "{ 0: person, 9: crisis }", "{}")], [new(Flow, "always: {}", "always: { 0: person, 9: crisis }")]),
        new("A need is mistyped", "unknown-need", Flow, "1: sheltr", "'shelter'", [new(Flow, "1: shelter", "1: sheltr")], [new(Flow, "1: sheltr", "1: shelter")]),
        new("A calendar is mistyped", "unknown-calendar", Flow, "when: callback-hour,", "'callback-hours'", [new(Flow, "when: callback-hours,", "when: callback-hour,")], [new(Flow, "when: callback-hour,", "when: callback-hours,")]),
        new("A contact is mistyped", "unknown-queue", Flow, "distres: 3m", "'distress'", [new(Flow, "distress: 3m", "distres: 3m")], [new(Flow, "distres: 3m", "distress: 3m")]),
        new("A field stands twice", "yaml-twice", Flow, "next: crisis", "Keep one", [new(Flow, "    next: person\n", "    next: person\n    next: crisis\n")], [new(Flow, "    next: crisis\n", "")]),
        new("A line is indented with a tab", "yaml-broken", Flow, "\tnext: welcome", "indentation", [new(Flow, "    next: welcome", "\tnext: welcome")], [new(Flow, "\tnext: welcome", "    next: welcome")]),
        new("A step is added and nothing leads there", "unreachable-step", Flow, "  news:\n", "or remove it", [new(Flow, "  need:\n", "  news:\n    when: surge\n    then: need\n    otherwise: need\n\n  need:\n")], [new(Flow, "  news:\n    when: surge\n    then: need\n    otherwise: need\n\n", "")]),
        new("A step is added without an example", "not-covered", Calls, "# yaml-language-server", "Write a call", [new(Flow, "otherwise: keep-waiting\n  callback:", "otherwise: no\n  no: { say: \"As you wish.\", next: keep-waiting }\n  callback:"), new(French, "  kept:\n", "  no:\n    say: { of: \"As you wish.\", text: \"Comme vous voulez.\" }\n  kept:\n"), new(Calls, "path: [..., late, offer] }", "path: [..., late, offer, no] }"), new(Calls, "  \"Offered, and not wanted\":\n    to: toronto\n    open: [callback-hours]\n    callbacks: yes\n    expect: { line: person, ends: waiting, path: [..., late, offer, no] }\n", "")], [new(Calls, "", "  \"Offered, and not wanted\": { to: toronto, open: [callback-hours], callbacks: yes, expect: { line: person, path: [..., offer, no] } }\n")]),
        new("What an example wants no longer happens", "example-failed", Calls, "\"Bills, by key\"", "Mend the flow", [new(Flow, "2: financial }", "2: housing }")], [new(Flow, "2: housing }", "2: financial }")]),
    ];

    private const string Greeting = "Welcome to 2-1-1, the helpline for community and social services all over Ontario, at any hour of the day and on every day of the year, in more than one hundred and fifty languages. ";

    private const string Early = "  early:\n    menu: \"If you want to hear about this year's holiday hampers, which many people call us for in December, and where and when to apply for one, press 5.\"\n    keys: { 5: person }\n    otherwise: person\n\n  person:\n";

    private const string EarlyInFrench = "  early:\n    menu:\n      of: \"If you want to hear about this year's holiday hampers, which many people call us for in December, and where and when to apply for one, press 5.\"\n      text: \"Pour les paniers des fêtes, faites le 5.\"\n  person:\n";

    private const string EarlyCall = "  \"The hampers\": { to: toronto, does: [silence, 5], expect: { line: person } }\n";
}
