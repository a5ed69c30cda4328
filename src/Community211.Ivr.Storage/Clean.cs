using System.Diagnostics.CodeAnalysis;

namespace Community211.Ivr.Storage;

/// <summary>Text from outside as a database can hold it: NUL, which PostgreSQL refuses and SQLite cuts at, becomes U+FFFD.</summary>
internal static class Clean
{
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Text(string? text) => text?.Replace('\0', '\uFFFD');
}
