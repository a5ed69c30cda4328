using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Tests.Storage;

public sealed class SqliteStoreTests : StoreConformance
{
    private readonly List<TemporaryStore> stores = [];

    protected override ValueTask<IStore> Open(TimeProvider clock)
    {
        stores.Add(new TemporaryStore(clock));
        return ValueTask.FromResult<IStore>(stores[^1].Store);
    }

    protected override async ValueTask Close()
    {
        foreach (var store in stores)
            await store.DisposeAsync();
    }
}
