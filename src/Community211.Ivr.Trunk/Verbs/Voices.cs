using System.Text.RegularExpressions;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>What the trunk knows of Say's voices: whose they are, and which language they speak.</summary>
internal static partial class Voices
{
    private static readonly Dictionary<string, string> Polly = new(StringComparer.Ordinal)
    {
        ["Chantal"] = "fr-CA", ["Gabrielle"] = "fr-CA", ["Liam"] = "fr-CA", ["Celine"] = "fr-FR", ["Lea"] = "fr-FR", ["Mathieu"] = "fr-FR",
        ["Remi"] = "fr-FR", ["Joanna"] = "en-US", ["Matthew"] = "en-US", ["Ivy"] = "en-US", ["Kendra"] = "en-US", ["Kimberly"] = "en-US",
        ["Salli"] = "en-US", ["Joey"] = "en-US", ["Justin"] = "en-US", ["Kevin"] = "en-US", ["Ruth"] = "en-US", ["Stephen"] = "en-US",
        ["Danielle"] = "en-US", ["Gregory"] = "en-US", ["Amy"] = "en-GB", ["Emma"] = "en-GB", ["Brian"] = "en-GB", ["Arthur"] = "en-GB",
        ["Nicole"] = "en-AU", ["Olivia"] = "en-AU", ["Russell"] = "en-AU", ["Lupe"] = "es-US", ["Pedro"] = "es-US", ["Penelope"] = "es-US",
        ["Miguel"] = "es-US", ["Mia"] = "es-MX", ["Andres"] = "es-MX", ["Lucia"] = "es-ES", ["Sergio"] = "es-ES", ["Conchita"] = "es-ES",
        ["Enrique"] = "es-ES", ["Zhiyu"] = "cmn-CN", ["Zeina"] = "arb", ["Aditi"] = "hi-IN", ["Vitoria"] = "pt-BR", ["Camila"] = "pt-BR",
        ["Tatyana"] = "ru-RU", ["Maxim"] = "ru-RU", ["Carla"] = "it-IT", ["Bianca"] = "it-IT", ["Marlene"] = "de-DE", ["Vicki"] = "de-DE",
    };

    public static bool IsKnown(string voice) => voice is "" or "man" or "woman" or "alice" || TakesSsml(voice);

    public static bool TakesSsml(string voice) =>
        voice.StartsWith("Polly.", StringComparison.Ordinal) || voice.StartsWith("Google.", StringComparison.Ordinal);

    /// <summary>The language that a voice speaks; null where the trunk does not know it, or it speaks several.</summary>
    public static string? LanguageOf(string voice)
    {
        if (Google().Match(voice) is { Success: true } google)
            return google.Groups[1].Value;
        return voice.StartsWith("Polly.", StringComparison.Ordinal) ? Polly.GetValueOrDefault(voice[6..].Split('-')[0]) : null;
    }

    [GeneratedRegex("^Google\\.([a-z]{2,3}-[A-Z]{2})-")]
    private static partial Regex Google();
}
