using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>Markup is the text with its SSML where there is some; what is heard is the text without it.</summary>
internal sealed record Say(string Text, string Language, string Voice, int Loop, string? Markup = null) : IVerb
{
    public static readonly VerbDefinition Definition = VerbDefinition.Of("Say", Parse, "voice", "language", "loop");

    private const int MaxText = 4096;

    public async Task<Outcome> Run(Turn turn)
    {
        if (Text.Length == 0)
            return Outcome.Next;
        var leg = turn.Leg;
        var length = Spoken.Length(Text, leg.SpeakingRate) + (Markup is null ? TimeSpan.Zero : Ssml.Breaks(Markup));
        for (var i = 0; i < Loop; i++)
        {
            (string, System.Text.Json.Nodes.JsonNode?)[] told =
                [("text", Text), ("language", Language), ("voice", Voice), ("seconds", Math.Round(length.TotalSeconds, 1))];
            leg.Story.Tell("hears", Markup is null ? told : [.. told, ("ssml", Markup)]);
            leg.Person.Hears(leg, Text);
            await leg.Pass(length, turn.Token);
        }
        return Outcome.Next;
    }

    private static Say Parse(VerbElement element)
    {
        var markup = element.Elements.Any() ? element.Text : null;
        var text = markup is null ? element.Text : Ssml.Plain(markup);
        var voice = element.Attribute("voice", "");
        var spoken = Voices.LanguageOf(voice);
        var language = element.Attribute("language") ?? spoken ?? "en-US";
        if (!Voices.IsKnown(voice))
        {
            element.Warn(13511, $"<Say voice=\"{voice}\">: man, woman, alice and voices of Polly. and Google. are allowed; man is used.");
            voice = "man";
        }
        var unspeakable = spoken is not null && !spoken.Equals(language, StringComparison.OrdinalIgnoreCase);
        if (unspeakable)
            element.Warn(13511, $"<Say voice=\"{voice}\" language=\"{language}\">: that voice speaks {spoken}; nothing is said.");
        else if (!SayLanguages.Has(language))
            element.Warn(13512, $"<Say language=\"{language}\">: the carrier does not speak that; a tag such as en-CA or fr-CA is allowed.");
        foreach (var name in Ssml.Unknown(element))
            element.Warn(DocumentWarning.Schema, $"Element '{name}' is not expected in <Say>: only what it encloses is said.");
        if (markup is not null && !Voices.TakesSsml(voice))
            element.Warn(13520, "SSML in a <Say> needs a voice of Polly. or Google.");
        if (text.Length == 0)
            element.Warn(13520, "<Say> without text: nothing is said.");
        if (text.Length > MaxText)
        {
            element.Warn(13521, $"<Say> of {text.Length} characters: {MaxText} are allowed, nothing is said.");
            text = "";
        }
        return new Say(unspeakable ? "" : text, language, voice, Loops.Of(element, 13510), markup);
    }
}
