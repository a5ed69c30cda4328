namespace Community211.Ivr.EndToEnd.Tests.Drivers;

/// <summary>One running service for the tests of a class that do not change it for each other.</summary>
public sealed class SharedService : IAsyncLifetime
{
    private ServiceUnderTest? _service;

    internal ServiceUnderTest Service => _service!;

    public async ValueTask InitializeAsync() => _service = await ServiceUnderTest.Started(("Calls__WrapUpSeconds", "0"));

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
            await _service.DisposeAsync();
    }
}
