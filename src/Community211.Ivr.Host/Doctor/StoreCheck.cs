using System.Globalization;
using Community211.Ivr.Storage;

namespace Community211.Ivr.Host.Doctor;

/// <summary>Whether the database opens, is whole, is ours, belongs to the key beside it, and can be written.</summary>
internal sealed class StoreCheck : IInstallationCheck
{
    public string Subject => "Store";

    public IReadOnlyList<string> Keys => ["Storage:Path"];

    public Task<IReadOnlyList<Diagnosis>> Look(Installation installation, CancellationToken stop)
    {
        var (path, store) = (installation.Short(installation.Settings.StoragePath), installation.Store);
        if (!store.Exists)
            return Told(Diagnosis.Ok(Subject, $"{path} is not there yet: the first start makes it"));
        if (store.Problem is { } problem)
            return Told(Split(problem));
        if (store.Schema == 0)
            return Told(Diagnosis.Ok(Subject, $"{path} is empty: the first start fills it"));
        return Told([.. Found(path, store)]);
    }

    private IEnumerable<Diagnosis> Found(string path, StoreCondition store)
    {
        if (store.Damage is { IsEmpty: false } damage)
            yield return Diagnosis.Fail(Subject, $"{path} is damaged: {string.Join("; ", damage)}", "Stop the service and restore a backup, or save what can be read with: sqlite3 DATABASE .recover");
        if (store.WriteProblem is { } unwritable)
            yield return Split(unwritable);
        if (store.Schema < store.SchemaOfProgram)
            yield return Diagnosis.Warn(Subject, $"{path} has schema {store.Schema}, this program {store.SchemaOfProgram}: the next start upgrades it", "Make a backup before that start; the version before cannot open it afterwards.");
        var calls = string.Create(CultureInfo.InvariantCulture, $"{store.Calls:N0} call{(store.Calls == 1 ? "" : "s")}, {store.LiveCalls:N0} live");
        if (store.Damage is null)
            yield return Diagnosis.Warn(Subject, $"{path}, schema {store.Schema}, {calls}; too large to be read through here", "At a quiet hour: sqlite3 DATABASE \"PRAGMA quick_check\"");
        else if (store.Damage is { IsEmpty: true } && store.WriteProblem is null)
            yield return Diagnosis.Ok(Subject, $"{path}, schema {store.Schema}, {calls}; whole, and can be written");
    }

    /// <summary>The store's messages say what is wrong in their first sentence and what to do in the others.</summary>
    private Diagnosis Split(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? Diagnosis.Fail(Subject, message, "Report this message.") : Diagnosis.Fail(Subject, message[..end], message[(end + 2)..]);
    }

    private static Task<IReadOnlyList<Diagnosis>> Told(params IReadOnlyList<Diagnosis> found) => Task.FromResult(found);
}
