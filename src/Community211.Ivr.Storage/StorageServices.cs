using Community211.Ivr.Calls.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Community211.Ivr.Storage;

/// <summary>Registration of the store.</summary>
public static class StorageServices
{
    /// <summary>
    /// One <see cref="SqliteStore"/> for the process, also as <see cref="IStore"/>; needs a <see cref="TimeProvider"/>. The file is
    /// opened when the store is first asked for, and a <see cref="StorageException"/> tells what is wrong with it.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="path">The SQLite file, see <see cref="StorageOptions.Path"/>; relative paths start at the working directory.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, string path) => services
        .AddSingleton(provider => SqliteStore.Open(path, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IStore>(provider => provider.GetRequiredService<SqliteStore>());
}
