namespace Community211.Ivr.Trunk.Tests.Drivers;

/// <summary>A stand-in that does what the service will do: line, wait page, agent with a key, a room for both.</summary>
public static class HelpLine
{
    public const string Agent = "+14165550999";

    public static string? Answer(Asked asked) => asked.Path switch
    {
        "/inbound" => "<Gather numDigits=\"1\" timeout=\"4\" action=\"/key\"><Say>Welcome to 2-1-1.</Say></Gather><Redirect>/line</Redirect>",
        "/key" or "/line" => "<Enqueue waitUrl=\"/wait\" action=\"/after\">help</Enqueue>",
        "/wait" => "<Say>You are in line.</Say><Pause length=\"10\"/>",
        "/agent" => "<Gather numDigits=\"1\" action=\"/accept\"><Say>A caller. Press 1.</Say></Gather><Hangup/>",
        "/accept" => "<Dial>" + Room("agent") + "</Dial>",
        "/connect" => "<Dial action=\"/talked\">" + Room("caller") + "</Dial>",
        "/talked" => "<Say>Thank you.</Say>",
        "/fallback" => "<Say>One moment.</Say>",
        _ => null,
    };

    public static async Task<(string Queue, string AgentSid)> Connect(TrunkDriver trunk, PlacedCall call)
    {
        await trunk.Until(() => trunk.Web.At("/wait").Count > 0);
        var agent = (string)(await trunk.Post(
            "Calls.json", 201, ("To", Agent), ("From", TrunkDriver.Number), ("Url", TrunkDriver.Service + "/agent"),
            ("StatusCallback", TrunkDriver.Service + "/leg"), ("StatusCallbackEvent", "initiated"), ("StatusCallbackEvent", "ringing"),
            ("StatusCallbackEvent", "answered"), ("StatusCallbackEvent", "completed")))["sid"]!;
        await trunk.Until(() => trunk.Web.At("/room").Any(asked => asked["StatusCallbackEvent"] == "participant-join"));
        var queue = trunk.Web.At("/wait")[0]["QueueSid"]!;
        await trunk.Post($"Queues/{queue}/Members/{call.Sid}.json", 200, ("Url", TrunkDriver.Service + "/connect"));
        return (queue, agent);
    }

    private static string Room(string label) =>
        $"<Conference endConferenceOnExit=\"true\" participantLabel=\"{label}\" statusCallback=\"/room\" statusCallbackEvent=\"start end join leave mute hold\">v-1</Conference>";
}
