using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>The verbs that the trunk runs, those that it knows but does not simulate, and which may stand where.</summary>
internal static class VerbRegistry
{
    public static readonly IReadOnlyList<VerbDefinition> All =
    [
        Say.Definition, Play.Definition, Pause.Definition, Gather.Definition, Redirect.Definition, Enqueue.Definition,
        Leave.Definition, Dial.Definition, Record.Definition, Hangup.Definition, Reject.Definition,
    ];

    public static readonly IReadOnlySet<string> NotSimulated = new HashSet<string>(StringComparer.Ordinal)
    {
        "Refer", "Sms", "Message", "Connect", "Start", "Stop", "Pay", "Prompt", "Echo", "Sip", "Client", "Sim",
        "Siprec", "Transcription", "Stream", "Application", "WhatsApp",
    };

    private static readonly HashSet<string> Wait = ["Play", "Say", "Pause", "Hangup", "Redirect", "Leave", "Gather"];
    private static readonly HashSet<string> Music = ["Play", "Say", "Pause", "Redirect"];
    private static readonly HashSet<string> Screen = ["Play", "Say", "Pause", "Gather", "Redirect", "Hangup"];

    public static VerbDefinition? Find(string name) => All.FirstOrDefault(verb => verb.Name == name);

    public static bool MayStand(string name, DocumentKind kind) => kind switch
    {
        DocumentKind.Wait => Wait.Contains(name),
        DocumentKind.Music => Music.Contains(name),
        DocumentKind.Screen => Screen.Contains(name),
        _ => true,
    };
}
