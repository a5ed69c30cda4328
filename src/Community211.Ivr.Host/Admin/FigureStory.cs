using Community211.Ivr.Queues.Figures;

namespace Community211.Ivr.Host.Admin;

/// <summary>The figures of a span of time.</summary>
/// <param name="From">Calls that began from here on.</param>
/// <param name="Until">Calls that began before this.</param>
/// <param name="By">How they are put together.</param>
/// <param name="At">When they were counted: later, those that still wait have an outcome.</param>
/// <param name="Table">The figures.</param>
public sealed record FigureStory(DateTimeOffset From, DateTimeOffset Until, FigureGroup By, DateTimeOffset At, FigureTable Table);
