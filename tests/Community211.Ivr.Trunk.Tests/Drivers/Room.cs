using System.Text.Json.Nodes;

namespace Community211.Ivr.Trunk.Tests.Drivers;

/// <summary>A caller and an agent in the room "v-1", a second agent at hand, and documents to play into it.</summary>
public sealed class Room : IAsyncDisposable
{
    public const string Second = "+14165550998";

    private Room(TrunkDriver trunk, PlacedCall caller, string agent, string sid) => (Trunk, Caller, Agent, Sid) = (trunk, caller, agent, sid);

    public TrunkDriver Trunk { get; }

    public PlacedCall Caller { get; }

    public string Agent { get; }

    public string Sid { get; }

    /// <summary>The agent's story.</summary>
    public PlacedCall AgentCall => Of(Agent);

    public static async Task<Room> Open(string attributes = "")
    {
        var trunk = await TrunkDriver.Start(asked => Answer(asked, attributes));
        var call = await trunk.Place(new { from = "+14165550123", to = TrunkDriver.Number, talk = 6000 });
        var (_, agent) = await HelpLine.Connect(trunk, call);
        await trunk.Until(() => call.Of("talking").Count == 1);
        var rooms = (await trunk.Get("Conferences.json?FriendlyName=v-1&Status=in-progress"))["conferences"]!.AsArray();
        return new Room(trunk, call, agent, (string)Assert.Single(rooms)!["sid"]!);
    }

    public PlacedCall Of(string sid) => new(Trunk, sid, Task.FromResult(""));

    public Task<JsonNode> Change(string who, params (string, string)[] form) => Trunk.Post($"Conferences/{Sid}/Participants/{who}.json", 200, form);

    public Task<JsonNode> Add(int status, params (string, string)[] more) =>
        Trunk.Post($"Conferences/{Sid}/Participants.json", status, [("To", Second), ("From", TrunkDriver.Number), .. more]);

    /// <summary>Dials the second agent in and waits until they are there.</summary>
    public async Task<PlacedCall> AddSecond(params (string, string)[] more)
    {
        var sid = (string)(await Add(201, more))["call_sid"]!;
        await Trunk.Until(() => Of(sid).Of("joined").Count == 1);
        return Of(sid);
    }

    /// <summary>The events that the room reported, in order.</summary>
    public string[] Events => [.. Reports.Select(asked => asked["StatusCallbackEvent"]!)];

    public IReadOnlyList<Asked> Reports => Trunk.Web.At("/room");

    public Asked Report(string name) => Assert.Single(Reports, asked => asked["StatusCallbackEvent"] == name);

    /// <summary>Whom somebody heard last.</summary>
    public static string[] Hears(PlacedCall who) =>
        who.Of("hears-live").Count == 0 ? [] : [.. who.Of("hears-live")[^1]["legs"]!.AsArray().Select(sid => (string)sid!)];

    public ValueTask DisposeAsync() => Trunk.DisposeAsync();

    private static string? Answer(Asked asked, string attributes) => asked.Path switch
    {
        "/hold" => "<Say>Please hold.</Say><Pause length=\"10\"/>",
        "/announce" => "<Say>A colleague joins you.</Say><Redirect>/more</Redirect>",
        "/more" => "<Say>Thank you.</Say>",
        "/dialling" => "<Dial>+14165550777</Dial>",
        _ => HelpLine.Answer(asked)?
            .Replace("join leave mute hold", "join leave mute hold modify speaker announcement", StringComparison.Ordinal)
            .Replace("<Conference ", "<Conference " + attributes, StringComparison.Ordinal),
    };
}
