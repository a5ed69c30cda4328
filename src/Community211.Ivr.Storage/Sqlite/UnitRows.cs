using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Storage.Sqlite;

/// <summary>A unit ready to be written: JSON made and NUL replaced on the caller's thread, so that the writer only writes.</summary>
internal sealed record UnitRows(
    CallRow? Call,
    EntryRow? Entry,
    IReadOnlyList<AgentRow> Agents,
    IReadOnlyList<AlertRow> Alerts,
    RiskRow? Risk,
    IReadOnlyList<CommandRow> Commands,
    string? CommandDone,
    IReadOnlyList<DueRow> Due,
    IReadOnlyList<string> DueDropped,
    string? DueDone,
    string At)
{
    /// <param name="unit">What to write.</param>
    /// <param name="now">When, for a unit without a call's event.</param>
    public static UnitRows Of(CommitUnit unit, DateTimeOffset now)
    {
        var at = Instant.Text(unit.Call?.At ?? now);
        var call = Clean.Text(unit.Call?.Sid);
        return new UnitRows(
            unit.Call is null ? null : CallRow.Of(unit.Call),
            unit.Entry is null ? null : EntryRow.Of(unit.Entry),
            [.. unit.Agents.Select(agent => AgentRow.Of(agent, at, call))],
            [.. unit.Alerts.Select(AlertRow.Of)],
            unit.Risk is null ? null : RiskRow.Of(unit.Risk),
            [.. unit.Commands.Select(command => CommandRow.Of(command, at))],
            Clean.Text(unit.CommandDone),
            [.. unit.Due.Select(DueRow.Of)],
            [.. unit.DueDropped.Select(Clean.Text)!],
            Clean.Text(unit.DueDone),
            at);
    }
}
