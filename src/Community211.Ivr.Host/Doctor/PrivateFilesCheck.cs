using Community211.Ivr.Host.Admin;

namespace Community211.Ivr.Host.Doctor;

/// <summary>The files that only their owner may read: the admin token, the vault's key, the database.</summary>
internal sealed class PrivateFilesCheck : IInstallationCheck
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int ShortestToken = 32;

    public string Subject => "Private files";

    public IReadOnlyList<string> Keys => ["Storage:Path"];

    public Task<IReadOnlyList<Diagnosis>> Look(Installation installation, CancellationToken stop)
    {
        var settings = installation.Settings;
        var token = AdminToken.PathOf(settings);
        string[] files = [.. new[] { token, Path.Combine(settings.DataFolder, "vault.key"), settings.StoragePath }.Where(File.Exists)];
        var found = files.Where(IsOpen).Select(f => Diagnosis.Fail(Subject, $"{f} can be read by others than its owner", $"chmod 600 {f}")).ToList();
        if (Broken(token) is { } broken)
            found.Add(broken);
        if (found.Count == 0)
            found.Add(Diagnosis.Ok(Subject, files.Length == 0 ? "none yet: the first start makes them" : $"{string.Join(", ", files.Select(Path.GetFileName))}: their owner's alone"));
        return Task.FromResult<IReadOnlyList<Diagnosis>>(found);
    }

    private static bool IsOpen(string file) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~Owner) != 0;

    private Diagnosis? Broken(string token)
    {
        if (!File.Exists(token))
            return null;
        try
        {
            return File.ReadAllText(token).Trim().Length >= ShortestToken ? null : Diagnosis.Fail(Subject, $"{token} holds no admin token", "Remove the file; a new one is made at the next start.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Diagnosis.Fail(Subject, $"{token} cannot be read by {Environment.UserName}", "Run the doctor, and the commands, as the service's user.");
        }
    }
}
