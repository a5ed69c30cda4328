using Community211.Ivr.Calls.Ports;
using CsCheck;

namespace Community211.Ivr.Tests.Storage;

/// <summary>Units over a few names, so that they meet each other often; most expectations are right or nearly so.</summary>
public static class UnitGenerator
{
    private static readonly Gen<int> Small = Gen.Int[0, 4];

    private static readonly Gen<string> Sid = Small.Select(i => $"CA{i % 3}");

    private static readonly Gen<CallWrite?> Call = Gen.Select(Sid, Small, Small, Gen.Bool, Gen.Bool, Small)
        .Select((sid, expected, token, secret, ended, seconds) => (CallWrite?)Units.Call(
            sid,
            expected,
            token == 0 ? null : $"t{token}",
            token == 1 ? null : $"reply {seconds}",
            secret ? $"keys {seconds}" : null,
            ended,
            seconds));

    private static readonly Gen<EntryWrite?> Entry = Gen.Select(Sid, Small)
        .Select((sid, page) => (EntryWrite?)(page == 0 ? new EntryWrite(sid, null) : Units.Entry(sid, page)));

    private static readonly Gen<AgentWrite> Agent = Gen.Select(Small, Small, Small, Sid)
        .Select((id, expected, offer, sid) => new AgentWrite(
            $"a{id % 3}", expected, Units.Agent($"a{id % 3}", offer > 2 ? sid : null, offer > 2 ? $"o{offer}" : null, expected)));

    private static readonly Gen<CommandWrite> Command = Gen.Select(Small, Sid, Gen.Bool)
        .Select((key, sid, first) => Units.Command($"c{key}", sid, first));

    private static readonly Gen<DueWrite> Due = Gen.Select(Small, Small, Sid)
        .Select((key, seconds, sid) => Units.Due($"d{key}", seconds, sid));

    private static readonly Gen<string?> CommandKey = Small.Select(key => (string?)$"c{key}");

    private static readonly Gen<string?> DueKey = Small.Select(key => (string?)$"d{key}");

    public static Gen<CommitUnit> Unit { get; } = Gen.Select(
            Or(Call),
            Or(Entry),
            Agent.Array[0, 2],
            Command.Array[0, 2],
            Or(CommandKey),
            Gen.Select(Due.Array[0, 2], DueKey.Array[0, 1], Or(DueKey)))
        .Select((call, entry, agents, commands, commandDone, due) => new CommitUnit
        {
            Call = call,
            Entry = entry,
            Agents = [.. agents],
            Commands = [.. commands],
            CommandDone = commandDone,
            Due = [.. due.Item1],
            DueDropped = [.. due.Item2!],
            DueDone = due.Item3,
        });

    private static Gen<T?> Or<T>(Gen<T?> some)
        where T : class => Gen.Bool.SelectMany(there => there ? some : Gen.Const((T?)null));
}
