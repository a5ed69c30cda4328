using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

/// <summary>SQLite's and the file system's complaints in an operator's words.</summary>
internal static class Trouble
{
    private const string Place = "Check that Storage:Path names a file, and that the service's user may write the file and its folder.";
    private const string Unexpected = "Report this message.";

    public static StorageException Opening(string path, Exception error) => new(
        $"The database {path} cannot be opened ({error.Message.TrimEnd('.')}). {Remedy(error)}", error);

    public static StorageException Writing(Exception error) => new(
        $"The database could not be written ({error.Message.TrimEnd('.')}). {Remedy(error)}", error);

    private static string Remedy(Exception error) => error switch
    {
        SqliteException sqlite => Remedy(sqlite.SqliteErrorCode),
        IOException or UnauthorizedAccessException => Place,
        _ => Unexpected,
    };

    // Result codes of sqlite.org/rescode.html.
    private static string Remedy(int code) => code switch
    {
        26 => "It is not a SQLite database. Nothing was changed. Set Storage:Path to another file, or restore a backup.",
        11 => "It is damaged. Stop the service and restore a backup, or save what can be read with: sqlite3 DATABASE .recover",
        13 => "The disk is full. Make room; nothing else is needed.",
        5 or 6 => "Another program holds its lock. Only one service may run on a SQLite file.",
        10 => "The disk failed. Check it, and the system's log.",
        8 or 14 => Place,
        _ => Unexpected,
    };
}
