using System.Text.Json;
using Community211.Ivr.Calls.Ports;
using Microsoft.Extensions.Time.Testing;

namespace Community211.Ivr.Tests.Storage;

/// <summary>What every <see cref="IStore"/> does. A class for each store gives it a fresh, empty one per test.</summary>
public abstract partial class StoreConformance : IAsyncLifetime
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Stands still unless a test moves it.</summary>
    protected FakeTimeProvider Clock { get; } = new(Units.Start);

    protected IStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Store = await Open(Clock);

    public async ValueTask DisposeAsync()
    {
        await Close();
        GC.SuppressFinalize(this);
    }

    /// <summary>An empty store, which <see cref="Close"/> removes; may be asked for more than one.</summary>
    protected abstract ValueTask<IStore> Open(TimeProvider clock);

    protected abstract ValueTask Close();

    /// <summary>States and arrays as text, since arrays in records are compared by identity.</summary>
    protected static string Text<T>(T value) => JsonSerializer.Serialize(value);

    private Task<CommitResult> Commit(CommitUnit unit) => Store.Commit(unit, Stop);

    private async Task Committed(CommitUnit unit) => Assert.Equal(CommitOutcome.Committed, (await Commit(unit)).Outcome);

    private async Task Refused(CommitOutcome outcome, CommitUnit unit)
    {
        var before = await StoreContent.Of(Store, Stop);
        Assert.Equal(outcome, (await Commit(unit)).Outcome);
        Assert.Equal(before, await StoreContent.Of(Store, Stop));
    }
}
