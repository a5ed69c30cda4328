namespace Community211.Ivr.Trunk;

/// <summary>How the process was started.</summary>
/// <param name="Listen">Loopback only. Default http://127.0.0.1:5212.</param>
/// <param name="Config">The configuration file; without it the trunk waits for PUT /sim/config.</param>
/// <param name="Log">Where the log is appended; nowhere when absent.</param>
/// <param name="Child">Ctrl-C is the parent's business.</param>
/// <param name="OneAtATime">
/// Webhooks are sent one after the other, each when the one before was answered: for virtual time, where the same seed
/// must give the same log. Never in life, where one slow answer would hold up every call. Default false.
/// </param>
public sealed record TrunkOptions(string Listen = TrunkOptions.DefaultListen, string? Config = null, string? Log = null, bool Child = false, bool OneAtATime = false)
{
    public const string DefaultListen = "http://127.0.0.1:5212";
}
