using System.Text.Json.Nodes;

namespace Community211.Ivr.Trunk.Tests.Drivers;

/// <summary>A stand-in that serves every named caller well, in words like a helpline's. A wrong service is this one with one thing changed.</summary>
public static class GoodLine
{
    public const string Agent = "+14165550999";
    private const string FarAgent = "+18075550999";
    private const string Waits = "<Enqueue waitUrl=\"/wait\" action=\"/after\">help</Enqueue>";

    public static string? Answer(Asked asked) => asked.Path switch
    {
        "/inbound" => Menu("/key", "2-1-1. Stay on the line for a person. In a crisis, press 9."),
        "/key" when asked["Digits"] == "9" => "<Enqueue waitUrl=\"/crisis\" action=\"/after\">help</Enqueue>",
        "/key" when asked["Digits"] != "0" => Menu("/second", "Sorry, once more."),
        "/key" or "/second" or "/line" => Waits,
        "/wait" => "<Gather numDigits=\"1\" timeout=\"5\" action=\"/need\"><Say>For food or shelter tonight, press 1.</Say></Gather><Pause length=\"5\"/>",
        "/need" => "<Gather input=\"dtmf speech\" timeout=\"9\" action=\"/postal\"><Say>Enter or say your postal code.</Say></Gather>",
        "/postal" => "<Say>Thank you.</Say><Pause length=\"30\"/>",
        "/crisis" => "<Say>Someone is coming.</Say><Pause length=\"30\"/>",
        "/after" => "<Say>You are first in line again.</Say>" + Waits,
        "/agent" => "<Gather numDigits=\"1\" action=\"/accept\"><Say>A caller. Press 1.</Say></Gather>",
        "/accept" => "<Dial><Queue>help</Queue></Dial>",
        _ => null,
    };

    public static string Menu(string action, string words, string input = "dtmf") =>
        $"<Gather input=\"{input}\" numDigits=\"1\" timeout=\"4\" action=\"{action}\"><Say>{words}</Say></Gather><Redirect>/line</Redirect>";

    /// <summary>Plays a named caller to the verdict; agents are dialled as callers come into line.</summary>
    /// <param name="name">The caller.</param>
    /// <param name="change">What this service does otherwise; null is done well.</param>
    /// <param name="hangsUp">Whether agents who are no longer needed are hung up on.</param>
    public static async Task<(bool Met, string[] Why, TrunkDriver Trunk)> Play(string name, Func<Asked, string?> change, bool hangsUp = true)
    {
        var trunk = await TrunkDriver.Start(asked => change(asked) ?? Answer(asked));
        var call = await trunk.Place(new { @as = name, to = TrunkDriver.Number });
        var dialled = new List<string>();
        while (!call.Leg.IsOver)
        {
            await trunk.Until(() => call.Leg.IsOver || Wanted(trunk, call) > dialled.Count);
            if (!call.Leg.IsOver)
                dialled.Add(await Dial(trunk, trunk.Web.At("/postal").Count > 0 ? FarAgent : Agent[..^1] + dialled.Count));
        }
        foreach (var agent in hangsUp ? dialled : [])
            await trunk.Rest(HttpMethod.Post, $"Calls/{agent}.json", ("Status", "completed"));
        await trunk.Until(() => call.Leg.LastCallback.IsCompleted);
        await trunk.Pass(6);
        var verdict = JsonNode.Parse((await call.Rest).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1])!;
        return ((bool)verdict["met"]!, [.. verdict["why"]!.AsArray().Select(why => (string)why!)], trunk);
    }

    /// <summary>An agent each time the caller comes into line, and another one when the postal code says where.</summary>
    private static int Wanted(TrunkDriver trunk, PlacedCall call) => call.Of("queued").Count + (trunk.Web.At("/postal").Count > 0 ? 1 : 0);

    private static async Task<string> Dial(TrunkDriver trunk, string number) => (string)(await trunk.Post(
        "Calls.json", 201, ("To", number), ("From", TrunkDriver.Number), ("Url", TrunkDriver.Service + "/agent")))["sid"]!;
}
