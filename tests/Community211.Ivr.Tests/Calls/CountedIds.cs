using System.Globalization;
using Community211.Ivr.Calls;

namespace Community211.Ivr.Tests.Calls;

/// <summary>Names that count up, so that the same run has the same names.</summary>
internal sealed class CountedIds : IIds
{
    private int _last;

    public string Next(IdKind kind) => $"{kind.ToString().ToLowerInvariant()}{(++_last).ToString(CultureInfo.InvariantCulture)}";
}
