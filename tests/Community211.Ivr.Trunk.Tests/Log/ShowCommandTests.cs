using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Log;

public sealed class ShowCommandTests
{
    [Fact]
    public async Task Show_AskedWrongly_EndsWithTwo()
    {
        var file = Path.GetTempFileName();
        try
        {
            Assert.Equal(2, await CommandLine.Run(["show", "/nowhere/trunk.ndjson"], new ManualClock()));
            Assert.Equal(2, await CommandLine.Run(["show"], new ManualClock()));
            Assert.Equal(2, await CommandLine.Run(["show", file, "CA0000"], new ManualClock()));
            Assert.Equal(0, await CommandLine.Run(["show", file], new ManualClock()));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
