using System.Globalization;
using System.Text.RegularExpressions;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>
/// Gather's attributes. input dtmf, timeout 5 s, speechTimeout as timeout, maxSpeechTime 60 s, finishOnKey #, bargeIn and
/// profanityFilter true, actionOnEmptyResult false, hints up to 500 of 100 characters.
/// </summary>
internal static partial class GatherParser
{
    private const int DefaultTimeout = 5;
    private const int LongestSpeech = 60;
    private const int MostHints = 500;
    private const int LongestHint = 100;
    private static readonly TimeSpan PauseOfSpeech = TimeSpan.FromSeconds(1);
    private static readonly HashSet<string> Nested = ["Say", "Play", "Pause"];
    private static readonly string[] Models = ["default", "numbers_and_commands", "phone_call", "experimental_conversations", "experimental_utterances"];

    public static Gather Parse(VerbElement element)
    {
        var input = Input(element);
        var timeout = Timeout(element, input);
        Language(element);
        Hints(element);
        element.WarnNotSimulated("debug");
        return new Gather
        {
            Input = input,
            Action = element.Attribute("action"),
            Method = element.Method("method", 13312),
            Timeout = timeout,
            SpeechTimeout = SpeechTimeout(element, timeout),
            MaxSpeechTime = TimeSpan.FromSeconds(element.Whole("maxSpeechTime", LongestSpeech, 1, LongestSpeech, 13328)),
            NumDigits = element.Whole("numDigits", int.MaxValue, 1, code: 13314) is var digits and < int.MaxValue ? digits : null,
            FinishOnKey = FinishOnKey(element),
            ActionOnEmptyResult = element.Flag("actionOnEmptyResult", false, 13338),
            BargeIn = element.Flag("bargeIn", true, 13332),
            ProfanityFilter = element.Flag("profanityFilter", true, 13333),
            PartialResultCallback = element.Attribute("partialResultCallback") is { Length: > 0 } callback ? callback : null,
            PartialResultMethod = element.Method("partialResultCallbackMethod", 13329),
            Prompts = [.. element.Reader.Verbs(element.Elements, Nested, 13320).Select(verb => Prompt(element, verb))],
        };
    }

    private static string Input(VerbElement element) =>
        element.Attribute("input")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["speech", "dtmf"]
            ? "dtmf speech"
            : element.OneOf("input", "dtmf", 13326, "dtmf", "speech", "dtmf speech");

    // "timeout(5; … `auto` for speech)"
    private static TimeSpan Timeout(VerbElement element, string input) =>
        TimeSpan.FromSeconds(element.Attribute("timeout") == "auto" && input != "dtmf"
            ? DefaultTimeout
            : element.Whole("timeout", DefaultTimeout, 1, 14400, 13313));

    private static TimeSpan SpeechTimeout(VerbElement element, TimeSpan timeout)
    {
        var model = Model(element);
        switch (element.Attribute("speechTimeout"))
        {
            case null:
                return timeout;
            case "auto" when model is not null:
                element.Warn(13335, $"<Gather speechTimeout=\"auto\" speechModel=\"{model}\">: with a model a number of seconds is needed; {timeout.TotalSeconds} is used.");
                return timeout;
            case "auto":
                return PauseOfSpeech;
            default:
                return TimeSpan.FromSeconds(element.Whole("speechTimeout", (int)timeout.TotalSeconds, 1, 14400, 13327));
        }
    }

    private static string? Model(VerbElement element)
    {
        if (element.Attribute("speechModel") is not { } model)
            return null;
        if (!Models.Contains(model) && !model.StartsWith("googlev2_", StringComparison.Ordinal) && !model.StartsWith("deepgram_nova-", StringComparison.Ordinal))
            element.Warn(13334, $"<Gather speechModel=\"{model}\">: {string.Join(", ", Models)}, googlev2_… and deepgram_nova-… are allowed.");
        return model;
    }

    private static string FinishOnKey(VerbElement element)
    {
        var keys = element.Attribute("finishOnKey", "#");
        if (keys.Length == 0 || (keys.Length == 1 && "0123456789*#".Contains(keys, StringComparison.Ordinal)))
            return keys;
        element.Warn(13310, $"<Gather finishOnKey=\"{keys}\">: one of 0-9, * and #, or nothing, is allowed; # is used.");
        return "#";
    }

    private static void Language(VerbElement element)
    {
        if (element.Attribute("language") is { } language && !Tag().IsMatch(language))
            element.Warn(13331, $"<Gather language=\"{language}\">: a language tag such as en-CA or fr-CA is allowed; en-US is used.");
    }

    private static void Hints(VerbElement element)
    {
        var hints = element.Attribute("hints", "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (hints.Length > MostHints)
            element.Warn(13330, string.Create(CultureInfo.InvariantCulture, $"<Gather> with {hints.Length} hints: {MostHints} are allowed."));
        if (hints.FirstOrDefault(hint => hint.Length > LongestHint) is { } hint)
            element.Warn(13330, $"<Gather> with the hint '{hint[..20]}…' of {hint.Length} characters: {LongestHint} are allowed.");
    }

    // "digits … not in Gather"
    private static IVerb Prompt(VerbElement element, IVerb verb)
    {
        if (verb is not Play { Digits: not null } play)
            return verb;
        element.Warn(DocumentWarning.Schema, "<Play digits> inside a <Gather>: digits are not sent there.");
        return play with { Digits = null };
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex Tag();
}
