using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>Dial's Number: whom to ring, and what they hear before the bridge.</summary>
internal sealed record NumberNoun(string Number, string? Url, string Method, Callbacks Callbacks, string? SendDigits = null)
{
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "url", "method", "sendDigits", "statusCallback", "statusCallbackEvent", "statusCallbackMethod", "byoc",
        "machineDetection", "machineDetectionTimeout", "machineDetectionSpeechThreshold", "machineDetectionSpeechEndThreshold",
        "machineDetectionSilenceTimeout", "amdStatusCallback", "amdStatusCallbackMethod",
    };

    public static NumberNoun Plain(string number) => new(number, null, "POST", Callbacks.None);

    public static NumberNoun Parse(VerbElement element)
    {
        element.WarnUnknown(Attributes);
        element.WarnNotSimulated("machineDetection", "byoc");
        return new NumberNoun(
            element.Text,
            element.Attribute("url"),
            element.Attribute("method", "POST"),
            Callbacks.Of(
                element.Attribute("statusCallback"),
                element.Attribute("statusCallbackMethod"),
                (element.Attribute("statusCallbackEvent") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            element.Attribute("sendDigits") is { Length: > 0 } digits && SentDigits.AreValid(digits) ? digits : null);
    }
}
