namespace Community211.Ivr.Trunk.Verbs;

/// <summary>Dial's Queue: whose front is taken, and what that caller hears before the two are connected.</summary>
internal sealed record QueueNoun(string Name, string? Url, string Method)
{
    private const int MaxName = 64;

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal) { "url", "method", "reservationSid", "postWorkActivitySid" };

    public static QueueNoun Parse(VerbElement element)
    {
        element.WarnUnknown(Attributes);
        element.WarnNotSimulated("reservationSid", "postWorkActivitySid");
        if (element.Text.Length == 0)
            element.Warn(14212, "<Queue> without a name.");
        else if (element.Text.Length > MaxName)
            element.Warn(14213, $"<Queue> with a name of {element.Text.Length} characters: {MaxName} are allowed.");
        return new QueueNoun(element.Text, element.Attribute("url") is { Length: > 0 } url ? url : null, element.Method("method", 14210));
    }
}
