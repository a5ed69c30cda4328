using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Storage.Private;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

/// <summary>What one unit does inside its savepoint; the order decides which outcome wins when several would fit.</summary>
internal sealed class UnitWriter(Vault vault)
{
    private static readonly CommitResult Committed = new(CommitOutcome.Committed);
    private static readonly CommitResult Conflict = new(CommitOutcome.Conflict);
    private static readonly CommitResult Stale = new(CommitOutcome.Stale);

    /// <summary>The outcome; what was written is to be taken back unless it is <see cref="CommitOutcome.Committed"/>.</summary>
    public CommitResult Write(SqliteConnection db, UnitRows unit)
    {
        if (unit.CommandDone is not null && !CommandTable.Complete(db, unit.CommandDone, unit.At))
            return Stale;
        if (unit.DueDone is not null && !DueTable.Complete(db, unit.DueDone))
            return Stale;
        if (unit.Call is not null)
        {
            if (FactTable.Repeated(db, unit.Call) is { } repeated)
                return repeated;
            if (!CallTable.Write(db, unit.Call))
                return Conflict;
            FactTable.Add(db, unit.Call);
            VaultTable.Add(db, vault, unit.Call);
            NumberTable.Add(db, vault, unit.Call);
        }

        if (!unit.Agents.All(agent => AgentTable.Write(db, agent)))
            return Conflict;
        EntryTable.Write(db, unit.Entry);
        AlertTable.Add(db, unit.Alerts);
        RiskTable.Add(db, unit.Risk);
        CommandTable.Add(db, unit.Commands);
        DueTable.Put(db, unit.Due);
        DueTable.Drop(db, unit.DueDropped);
        return Committed;
    }
}
