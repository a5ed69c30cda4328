using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

internal static class AgentFactTable
{
    /// <summary>Each agent's state at the first time, with its own time, then the changes after that and before the second.</summary>
    public static ImmutableArray<AgentFact> Between(SqliteConnection db, DateTimeOffset from, DateTimeOffset until) =>
    [
        .. db.Query<Row>(Select, new { from = Instant.Text(from), until = Instant.Text(until) })
            .Select(row => new AgentFact(Instant.Parse(row.At), StoredJson.Read<AgentState>(row.State), row.ByCall)),
    ];

    public static ImmutableArray<AgentFact> OfAgent(SqliteConnection db, string agent, DateTimeOffset from, DateTimeOffset until) =>
    [
        .. db.Query<Row>(SelectOne, new { agent, from = Instant.Text(from), until = Instant.Text(until) })
            .Select(row => new AgentFact(Instant.Parse(row.At), StoredJson.Read<AgentState>(row.State), row.ByCall)),
    ];

    private const string SelectOne = """
        SELECT at, state, by_call AS ByCall FROM agent_facts
        WHERE agent = @agent AND (version = (SELECT max(version) FROM agent_facts WHERE agent = @agent AND at <= @from) OR (at > @from AND at < @until))
        ORDER BY version
        """;

    private const string Select = """
        SELECT at, state, by_call AS ByCall FROM agent_facts
        WHERE id IN (SELECT max(id) FROM agent_facts WHERE at <= @from GROUP BY agent) OR (at > @from AND at < @until)
        ORDER BY at, id
        """;

    private sealed record Row(string At, string State, string? ByCall);
}
