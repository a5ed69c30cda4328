namespace Community211.Ivr.Tests.Flows;

/// <summary>Mistakes in what is said.</summary>
internal static class MistakesInTexts
{
    private const string Flow = "ontario.yaml";
    private const string French = "ontario.fr.yaml";

    public static readonly Mistake[] All =
    [
        new("French is missing", "translation-missing", Flow, "say: \"Enter or say your postal code.\"", "postal: { say: { of: \"Enter or say your postal code.\", text: \"...\" } }",
            [new(French, "  postal:\n    say:\n      of: \"Enter or say your postal code.\"\n      text: \"Entrez ou dites votre code postal.\"\n", "")],
            [new(French, "", "  postal: { say: { of: \"Enter or say your postal code.\", text: \"Entrez ou dites votre code postal.\" } }\n")]),
        new("French is stale", "translation-stale", French, "of: \"Enter or say your postal code.\"", "copy the new original into 'of'",
            [new(Flow, "\"Enter or say your postal code.\"", "\"Your postal code, please.\"")],
            [new(French, "of: \"Enter or say your postal code.\"\n      text: \"Entrez ou dites votre code postal.\"", "of: \"Your postal code, please.\"\n      text: \"Votre code postal, s'il vous plaît.\"")]),
        new("French for a step that has another name", "translation-unknown", French, "of: \"Enter or say your postal code.\"", "correct the names",
            [new(French, "  postal:\n", "  postcode:\n")], [new(French, "  postcode:\n", "  postal:\n")]),
        new("A text without quotes is cut at '#'", "unquoted-text", Flow, "hang-up: Thank you", "double quotes",
            [new(Flow, "  goodbye: { hang-up: \"Thank you for calling 2-1-1.\" }", "  goodbye:\n    hang-up: Thank you for calling 2-1-1. We are #1 in service.")],
            [new(Flow, "hang-up: Thank you for calling 2-1-1. We are #1 in service.", "hang-up: \"Thank you for calling 2-1-1. We are #1 in service.\""), new(French, "of: \"Thank you for calling 2-1-1.\"", "of: \"Thank you for calling 2-1-1. We are #1 in service.\"")]),
        new("A text is empty", "text-empty", Flow, "say: \"\"", "what the caller hears",
            [new(Flow, "say: \"Enter or say your postal code.\"", "say: \"\"")], [new(Flow, "say: \"\"", "say: \"Enter or say your postal code.\"")]),
        new("A quote is left open", "yaml-broken", Flow, "say: \"Enter or say", "quotes on this line and the one before",
            [new(Flow, "say: \"Enter or say your postal code.\"", "say: \"Enter or say your postal code.")], [new(Flow, "your postal code.\n", "your postal code.\"\n")]),
        new("A prompt promises a key that is not there", "promised-key-missing", Flow, "need: \"For food", "Add it to 'keys'",
            [new(Flow, "2: financial }", "3: financial }")], [new(Flow, "3: financial }", "2: financial }")]),
        new("A key is not announced", "key-not-announced", Flow, "keys: { 1: shelter, 2: financial, 3: housing }", "press 3",
            [new(Flow, "2: financial }", "2: financial, 3: housing }")],
            [
                new(Flow, "For money or bills, press 2.\"", "For money or bills, press 2. For housing, press 3.\""),
                new(French, "For money or bills, press 2.\"", "For money or bills, press 2. For housing, press 3.\""),
                new(French, "des factures, faites le 2.\"", "des factures, faites le 2. Pour un logement, faites le 3.\""),
            ]),
        new("French announces another key", "promised-key-missing", Flow, "menu: \"To be called back", "do not promise it",
            [new(French, "votre tour, faites le 1.", "votre tour, faites le 4.")], [new(French, "votre tour, faites le 4.", "votre tour, faites le 1.")]),
        new("A language has no voice", "language-without-voice", Flow, "pa: \"", "'voice'",
            [new(Flow, "other: { es: \"Otro idioma, oprima 3.\" }", "other: { pa: \"ਹੋਰ ਭਾਸ਼ਾ, 3 ਦਬਾਓ।\", es: \"Otro idioma, oprima 3.\" }")],
            [new("languages.yaml", "tag: pa-IN", "tag: pa-IN, voice: some-voice, press: [\"{key} ਦਬਾਓ\"]")]),
        new("What the service says lost its French", "missing-field", "phrases.yaml", "    en: \"Sorry, once more.\"", "'fr:",
            [new("phrases.yaml", "    fr: \"Pardon, encore une fois.\"\n", "")], [new("phrases.yaml", "    en: \"Sorry, once more.\"\n", "    en: \"Sorry, once more.\"\n    fr: \"Pardon, encore une fois.\"\n")]),
    ];
}
