using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Work;
using Community211.Ivr.Host.Staff;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Tests.Publishing;

namespace Community211.Ivr.Tests.Staff;

/// <summary>The service's floor on a working day: callers of Toronto by webhooks, desks by the agent API.</summary>
internal sealed class Shift : IAsyncDisposable
{
    public const string Caller = "CA1";
    public const string Leg = "LEG1";
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);

    private Shift(PublishingService service) => Service = service;

    public PublishingService Service { get; }

    public IStore Store => Service.Store;

    public static async Task<Shift> Begun() => new(await PublishingService.Started());

    /// <summary>As <see cref="Begun"/>; a caller of Toronto is offered to toronto-1.</summary>
    public static async Task<Shift> Offering()
    {
        var shift = await Begun();
        await shift.Happens(new CallArrived("+14165550100") { Private = new PrivatePart(From: "+14162030123") });
        await shift.Happens(new CallerAnswered(1, InLine: false));
        await shift.Happens(new PageAsked((await shift.State()).Turn, "QU1"));
        await shift.Match();
        return shift;
    }

    /// <summary>As <see cref="Offering"/>; toronto-1 accepted at the desk and both talk.</summary>
    public static async Task<Shift> Talking()
    {
        var shift = await Offering();
        var offer = await shift.Offer();
        await shift.Happens(new LegAsked(offer, Leg, null));
        Assert.Equal(200, (await shift.Post($"agent/offers/{offer}/accept")).Status);
        await shift.Happens(new RoomChanged(1, "participant-join", Leg, "CF1", 1));
        await shift.Happens(new ConnectAsked(1));
        await shift.Happens(new RoomChanged(1, "participant-join", Caller, "CF1", 2));
        Assert.Equal("talking", (await shift.Me()).GetProperty("state").GetString());
        return shift;
    }

    public async Task Happens(CallEvent what) => await Service.Get<CallHandler>().Handle(Caller, what, stop: TestContext.Current.CancellationToken);

    public async Task Match() => await Service.Get<Matching>().RunOnce(TestContext.Current.CancellationToken);

    public async Task<CallState> State() => CallJson.Read<CallState>((await Store.LoadCall(Caller, TestContext.Current.CancellationToken))!.Snapshot);

    public async Task<string> Offer() => (await State()).Offers.Single().Id;

    public async Task<string> Token(string of, StaffRole role = StaffRole.Agent, int? days = null)
    {
        if (!_tokens.TryGetValue(of, out var token))
            (token, _) = await Service.Get<StaffTokens>().Make(role, of, days, "ana", TestContext.Current.CancellationToken);
        return _tokens[of] = token;
    }

    public async Task<JsonElement> Me(string agent = "toronto-1") => (await Service.Send(HttpMethod.Get, "agent/me", token: await Token(agent))).Said;

    public async Task<int> Version(string agent = "toronto-1") => (await Me(agent)).GetProperty("version").GetInt32();

    public async Task<(int Status, JsonElement Said)> Post(string path, string? body = null, string agent = "toronto-1") =>
        await Service.Send(HttpMethod.Post, path, body, await Token(agent));

    /// <summary>A command that names the version as it is.</summary>
    public async Task<(int Status, JsonElement Said)> Set(string path, string agent = "toronto-1", string? reason = null) =>
        await Post(path, JsonSerializer.Serialize(new { version = await Version(agent), reason }), agent);

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}
