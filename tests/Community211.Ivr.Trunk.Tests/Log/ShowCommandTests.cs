
namespace Community211.Ivr.Trunk.Tests.Log;

public sealed class ShowCommandTests
{
    [Fact]
    public async Task Show_AskedWrongly_EndsWithTwo()
    {
        var file = Path.GetTempFileName();
        try
        {
            Assert.Equal(2, await CommandLine.Run(["show", "/nowhere/trunk.ndjson"], new VirtualClock()));
            Assert.Equal(2, await CommandLine.Run(["show"], new VirtualClock()));
            Assert.Equal(2, await CommandLine.Run(["show", file, "CA0000"], new VirtualClock()));
            Assert.Equal(0, await CommandLine.Run(["show", file], new VirtualClock()));
            await File.WriteAllTextAsync(file, "<html>\n<body>\n</html>\n", TestContext.Current.CancellationToken);
            Assert.Equal(2, await CommandLine.Run(["show", file], new VirtualClock()));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
