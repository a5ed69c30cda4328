using System.Globalization;
using Community211.Ivr.Calls;

namespace Community211.Ivr.VirtualTime.Tests.World;

internal sealed class SeededIds(int seed) : IIds
{
    private readonly Random random = new(seed);

    public string Next(IdKind kind)
    {
        lock (random)
            return random.NextInt64().ToString("x16", CultureInfo.InvariantCulture);
    }
}
