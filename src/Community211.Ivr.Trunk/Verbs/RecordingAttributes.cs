using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>The attributes that everything which records has: recordingStatusCallback, its method and its events (completed when absent).</summary>
internal static class RecordingAttributes
{
    public static Callbacks Callbacks(VerbElement element)
    {
        var events = element.Words("recordingStatusCallbackEvent", 13621, "in-progress", "completed", "absent");
        return Calls.Callbacks.Of(element.Attribute("recordingStatusCallback"), element.Method("recordingStatusCallbackMethod"), events);
    }

    /// <summary>The callback's URL against the document that holds it.</summary>
    public static Callbacks In(Document document, Callbacks callbacks) =>
        callbacks.Url is { } url ? callbacks with { Url = document.Resolve(url) } : callbacks;
}
