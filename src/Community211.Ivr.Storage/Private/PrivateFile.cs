namespace Community211.Ivr.Storage.Private;

/// <summary>Files that only their owner may read and write (0600, where the system has modes).</summary>
internal static class PrivateFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a new file.</summary>
    /// <exception cref="IOException">It exists, or the folder cannot be written.</exception>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Owner;
        return new FileStream(path, options);
    }

    /// <summary>Takes away what others may do with an existing file.</summary>
    public static void Protect(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~Owner) != 0)
            File.SetUnixFileMode(path, Owner);
    }
}
