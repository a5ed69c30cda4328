using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Tests.Storage;

public sealed class MemoryStoreTests : StoreConformance
{
    protected override ValueTask<IStore> Open(TimeProvider clock) => ValueTask.FromResult<IStore>(new MemoryStore(clock));

    protected override ValueTask Close() => ValueTask.CompletedTask;
}
