using Community211.Ivr.Host.Commands;
using Community211.Ivr.Host.Schemas;
using Community211.Ivr.Tests.Recordings;

namespace Community211.Ivr.Tests.Schemas;

public sealed class SchemasCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ivr-schemas-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Schemas_OfAFolder_AreWrittenOnceAndThenUnchanged()
    {
        var file = FlowSchemas.FileName("flow");
        var (code, said, _) = await Typed.Run("schemas", _folder);
        Assert.Equal(CommandLine.Yes, code);
        Assert.Contains($"{file}: written", said);
        Assert.Equal(FlowSchemas.All[file], await File.ReadAllTextAsync(Path.Combine(_folder, FlowSchemas.Folder, file), TestContext.Current.CancellationToken));
        Assert.DoesNotContain("written", (await Typed.Run("schemas", _folder)).Said);
    }

    [Fact]
    public async Task Schemas_OfNoFolder_AreAskedWrongly()
    {
        var (code, _, errors) = await Typed.Run("schemas", Path.Combine(_folder, "none"));
        Assert.Equal(CommandLine.AskedWrongly, code);
        Assert.Contains("There is no folder", errors);
    }
}
