using System.Runtime.InteropServices;

namespace Community211.Ivr.Host.Doctor;

/// <summary>What may be done in a folder, and how much room there is, without writing anything to it.</summary>
internal static class Folder
{
    // unistd.h
    private const int Write = 2;
    private const int Enter = 1;

    /// <summary>The folder itself, or the nearest one above it that exists.</summary>
    public static string Existing(string folder)
    {
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } above)
            folder = above;
        return folder;
    }

    /// <summary>Whether files can be made in an existing folder; where the system cannot be asked, it is believed.</summary>
    public static bool CanBeWritten(string folder) => OperatingSystem.IsWindows() || Access(folder, Write | Enter) == 0;

    /// <summary>Free bytes for this user; null where it is not known.</summary>
    public static long? Free(string folder)
    {
        try
        {
            return new DriveInfo(Existing(folder)).AvailableFreeSpace;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "access", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Access([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int mode);
}
