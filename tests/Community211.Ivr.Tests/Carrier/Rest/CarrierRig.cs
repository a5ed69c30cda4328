using System.Collections.Concurrent;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Carrier;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Community211.Ivr.Tests.Carrier.Rest;

/// <summary>The carrier as the service registers it, above a stub instead of the network.</summary>
internal sealed class CarrierRig : IDisposable, ILoggerProvider, ILogger
{
    private readonly ServiceProvider _services;

    /// <param name="apiBaseUrl">Null: the stub; else where the real network is asked.</param>
    public CarrierRig(string? apiBaseUrl = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Twilio:AccountSid"] = Known.Account,
            ["Twilio:AuthToken"] = "12345",
            ["Twilio:PublicBaseUrl"] = Known.Base,
            ["Twilio:ApiBaseUrl"] = apiBaseUrl ?? "http://127.0.0.1:5212",
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this));
        services.AddSingleton<TimeProvider>(Time);
        var client = services.AddCarrier(configuration);
        if (apiBaseUrl is null)
            client.ConfigurePrimaryHttpMessageHandler(() => Stub);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public StubCarrier Stub { get; } = new();

    public HastyTime Time { get; } = new();

    public ConcurrentQueue<string> Logged { get; } = new();

    public ICarrierHealth Health => Get<ICarrierHealth>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<CarrierReply> Send(CarrierRequest request) => Get<ICarrier>().Send(request, TestContext.Current.CancellationToken);

    public Task<CarrierView?> View() => Get<ICarrier>().View(TestContext.Current.CancellationToken);

    public void Dispose() => _services.Dispose();

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        Logged.Enqueue(formatter(state, exception));
}
