using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

internal static class AgentTable
{
    /// <summary>SQLITE_CONSTRAINT_UNIQUE.</summary>
    private const int NotUnique = 2067;

    /// <summary>False: the agent is not at the expected version, or another agent holds the offer.</summary>
    public static bool Write(SqliteConnection db, AgentRow agent)
    {
        try
        {
            if (db.Execute(agent.Expected == 0 ? Insert : Update, agent) != 1)
                return false;
        }
        catch (SqliteException error) when (error.SqliteExtendedErrorCode == NotUnique)
        {
            return false;
        }

        db.Execute(Fact, agent);
        return true;
    }

    public static Versioned<AgentState>? Load(SqliteConnection db, string id) =>
        db.QuerySingleOrDefault<Row>("SELECT state, version FROM agents WHERE id = @id", new { id })?.Agent();

    public static ImmutableArray<Versioned<AgentState>> OfCall(SqliteConnection db, string call) =>
        [.. db.Query<Row>("SELECT state, version FROM agents WHERE call = @call ORDER BY id", new { call }).Select(row => row.Agent())];

    public static ImmutableArray<Versioned<AgentState>> All(SqliteConnection db) =>
        [.. db.Query<Row>("SELECT state, version FROM agents ORDER BY id").Select(row => row.Agent())];

    private const string Insert = """
        INSERT INTO agents (id, version, state, call, offer) VALUES (@Id, 1, @State, @Call, @Offer) ON CONFLICT (id) DO NOTHING
        """;

    private const string Update = """
        UPDATE agents SET version = @Version, state = @State, call = @Call, offer = @Offer WHERE id = @Id AND version = @Expected
        """;

    private const string Fact =
        "INSERT INTO agent_facts (agent, version, at, state, by_call) VALUES (@Id, @Version, @At, @State, @ByCall)";

    private sealed record Row(string State, long Version)
    {
        public Versioned<AgentState> Agent() => new(StoredJson.Read<AgentState>(State), Version);
    }
}
