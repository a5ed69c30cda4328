using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Community211.Ivr.Tests.Storage;

public sealed class StorageServicesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ivr-services-").FullName;

    private string File => Path.Combine(folder, "ivr.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AddStorage_GivesOneStoreThatClosesWithTheServices(bool asynchronously)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(new FakeTimeProvider()).AddStorage(File).BuildServiceProvider();
        var store = services.GetRequiredService<IStore>();
        Assert.Same(store, services.GetRequiredService<SqliteStore>());
        await store.Probe(TestContext.Current.CancellationToken);

        if (asynchronously)
            await services.DisposeAsync();
        else
            services.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Probe(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Path_ByDefault_IsBesideTheProgramsOtherData() => Assert.Equal("data/ivr.db", new StorageOptions().Path);
}
