using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Tests.Storage;

/// <summary>Units and their parts, with whatever does not matter filled in.</summary>
public static class Units
{
    public static readonly DateTimeOffset Start = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    public static CallWrite Call(
        string sid = "CA1",
        long expected = 0,
        string? token = null,
        string? reply = null,
        string? secret = null,
        bool ended = false,
        int seconds = 0) => new(
        sid,
        expected,
        token,
        Start.AddSeconds(seconds),
        $$"""{"event":{{expected}}}""",
        $$"""{"after":{{expected + 1}}}""",
        reply,
        secret,
        ended,
        $"{sid} {expected + 1}");

    /// <summary>A unit of just a call's event.</summary>
    public static CommitUnit Fact(string sid = "CA1", long expected = 0, string? token = null, string? reply = null, bool ended = false) =>
        new() { Call = Call(sid, expected, token, reply, ended: ended) };

    public static AgentState Agent(string id = "agent-1", string? call = null, string? offer = null, int version = 0) => new()
    {
        Id = id,
        Number = "+14165550101",
        Region = "toronto",
        Languages = ["en", "fr"],
        Phase = offer is null ? AgentPhase.Available : AgentPhase.Offered,
        Since = Start,
        IdleSince = Start,
        Call = call,
        Offer = offer,
        Version = version,
    };

    /// <summary>A unit of just an agent's state.</summary>
    public static CommitUnit OfAgent(string id, long expected, string? offer = null, string? call = null) =>
        new() { Agents = [new AgentWrite(id, expected, Agent(id, call, offer, (int)expected + 1))] };

    public static EntryWrite Entry(string call = "CA1", int page = 0) => new(call, new QueueEntry
    {
        Call = call,
        Phase = CallerPhase.Waiting,
        Priority = Priority.Crisis,
        Region = "toronto",
        Language = "fr",
        Members = [new QueueMember("toronto", TimeSpan.Zero, false), new QueueMember("distress-centre", TimeSpan.FromMinutes(3), true)],
        ArrivedAt = Start,
        PageAt = Start.AddTicks(1),
        PageSeconds = page,
        Offers = [new OpenOffer("offer-1", "agent-1", false, null, Start)],
        Tried = ["agent-2"],
    });

    public static CommandWrite Command(string key, string call = "CA1", bool first = false) =>
        new(key, call, new HangUpLeg(call, $"leg of {key}"), first);

    public static DueWrite Due(string key, int seconds, string? call = "CA1", string? agent = null) =>
        new(key, Start.AddSeconds(seconds), call, agent, $$"""{"due":"{{key}}"}""");
}
