namespace Community211.Ivr.Storage;

/// <summary>Section <c>Storage</c> of the configuration.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>
    /// The SQLite file; created on first start, with its folder and, beside it, <c>vault.key</c>. Relative paths start at the
    /// configuration file's folder. Default <c>data/ivr.db</c>.
    /// </summary>
    public string Path { get; set; } = "data/ivr.db";
}
