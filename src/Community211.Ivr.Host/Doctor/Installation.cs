using Community211.Ivr.Files;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Storage;

namespace Community211.Ivr.Host.Doctor;

/// <summary>What several checks look at, looked up once.</summary>
internal sealed class Installation
{
    private readonly Lazy<StoreCondition> _store;
    private readonly Lazy<FlowSet?> _live;

    /// <param name="draft">The configuration as far as it can be used.</param>
    /// <param name="service">What answers where the service listens.</param>
    /// <param name="clock">This machine's clock.</param>
    public Installation(SettingsDraft draft, ServiceState service, TimeProvider clock)
    {
        Draft = draft;
        Service = service;
        Clock = clock;
        _store = new Lazy<StoreCondition>(() => StoreInspection.Look(Settings.StoragePath));
        _live = new Lazy<FlowSet?>(() => Store.LiveFiles is { } files ? FlowLoader.Usable(files, new Findings()) : null);
    }

    public SettingsDraft Draft { get; }

    public ServiceState Service { get; }

    public TimeProvider Clock { get; }

    public Settings Settings => Draft.Settings;

    public StoreCondition Store => _store.Value;

    /// <summary>The revision that the store says is live; null before the first start, or when this program cannot read it.</summary>
    public FlowSet? Live => _live.Value;

    /// <summary>A path as people know it: below the folder of the configuration file without that folder.</summary>
    public string Short(string path)
    {
        var relative = Path.GetRelativePath(Path.GetDirectoryName(Draft.File)!, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
