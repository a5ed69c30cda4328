using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Community211.Ivr.Tests.Publishing;

/// <summary>What was logged, in order.</summary>
internal sealed class KeptLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _all = new();

    public IEnumerable<string> Warnings => _all.Where(l => l.Level >= LogLevel.Warning).Select(l => l.Text);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _all.Enqueue((logLevel, formatter(state, exception)));

    public void Dispose()
    {
    }
}
