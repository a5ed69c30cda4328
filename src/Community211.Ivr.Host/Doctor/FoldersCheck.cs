using Community211.Ivr.Carrier;

namespace Community211.Ivr.Host.Doctor;

/// <summary>Whether the service may write where it has to, and whether there is room.</summary>
internal sealed class FoldersCheck : IInstallationCheck
{
    private const long Little = 1L << 30;
    private const long TooLittle = 100L << 20;

    public string Subject => "Folders";

    public IReadOnlyList<string> Keys => ["Storage:Path", "Flows:FallbackFolder", "Trunk:FallbackDocument"];

    public Task<IReadOnlyList<Diagnosis>> Look(Installation installation, CancellationToken stop)
    {
        var settings = installation.Settings;
        var folders = new List<(string Key, string Path)> { ("Storage:Path", settings.DataFolder), ("Flows:FallbackFolder", settings.FallbackFolder) };
        if (settings.Mode == CarrierMode.Simulated)
            folders.Add(("Trunk:FallbackDocument", Path.GetDirectoryName(settings.Trunk.FallbackDocument)!));
        var found = folders.DistinctBy(f => f.Path).Select(f => Writable(f.Key, f.Path)).OfType<Diagnosis>().ToList();
        var made = folders.Where(f => !Directory.Exists(f.Path)).Select(f => installation.Short(f.Path)).Distinct(StringComparer.Ordinal).ToList();
        if (found.Count == 0)
            found.Add(Diagnosis.Ok(Subject, made.Count == 0 ? "all can be written" : $"can be made at the first start: {string.Join(", ", made)}"));
        if (Room(settings.DataFolder) is { } room)
            found.Add(room);
        return Task.FromResult<IReadOnlyList<Diagnosis>>(found);
    }

    private Diagnosis? Writable(string key, string folder)
    {
        var existing = Folder.Existing(folder);
        if (File.Exists(existing) || File.Exists(folder))
            return Diagnosis.Fail(Subject, $"{folder} is a file where {key} needs a folder", $"Move the file away, or choose another {key}.");
        return Folder.CanBeWritten(existing) ? null : Diagnosis.Fail(
            Subject,
            existing == folder ? $"{folder} ({key}) cannot be written by {Environment.UserName}" : $"{folder} ({key}) cannot be made: {existing} cannot be written by {Environment.UserName}",
            $"Give the service's user the folder (chown), mount it writable, or choose another {key}. Run the doctor as the service's user.");
    }

    private static Diagnosis? Room(string folder) => Folder.Free(folder) switch
    {
        null => null,
        < TooLittle and var free => Diagnosis.Fail("Disk", $"{Size(free)} free at {folder}", "Make room: a full disk means that no call can be stored. Nothing else is needed then."),
        < Little and var free => Diagnosis.Warn("Disk", $"{Size(free)} free at {folder}", "Make room soon."),
        { } free => Diagnosis.Ok("Disk", $"{Size(free)} free"),
    };

    private static string Size(long bytes) => FormattableString.Invariant(bytes >= Little ? $"{bytes / (double)Little:0.0} GB" : (FormattableString)$"{bytes / (double)(1 << 20):0} MB");
}
