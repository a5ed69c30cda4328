using Community211.Ivr.Flows.Files;
using Community211.Ivr.Host.Schemas;
using Community211.Ivr.Tests.Flows;
using NJsonSchema;

namespace Community211.Ivr.Tests.Schemas;

/// <summary>The schemas beside the files that ship: they are the generated ones, the files keep them, and mistakes do not.</summary>
public sealed class StoredSchemasTests
{
    private const string How = "Run: dotnet run --project src/Community211.Ivr.Host -- schemas";

    private static readonly string Folder = Path.Combine(Repository.Root, "ivr-flows", FlowSchemas.Folder);

    public static TheoryData<string, string> Files => [.. ShippedFolders.All.SelectMany((f, i) => ShippedFolders.Yaml(f).Select(n => (i.ToString(), n)))];

    [Fact]
    public void Folder_HoldsTheGeneratedSchemas()
    {
        Assert.Equal(FlowSchemas.All.Keys.Order(), Directory.EnumerateFiles(Folder).Select(f => Path.GetFileName(f)).Order());
        Assert.All(FlowSchemas.All, s => Assert.True(File.ReadAllText(Path.Combine(Folder, s.Key)) == s.Value, $"{s.Key} is not current. {How}"));
    }

    [Fact]
    public void Files_ThatShip_NameTheirSchemaFirst() =>
        Assert.All(ShippedFolders.Yaml(RealFlow.Files), f => Assert.StartsWith($"# yaml-language-server: $schema=schemas/{ShippedFolders.SchemaOf(f)}\n", RealFlow.Files[f], StringComparison.Ordinal));

    [Fact]
    public void Revision_DoesNotKnowSchemas() => Assert.DoesNotContain(FlowFolder.Read(Path.Combine(Repository.Root, "ivr-flows")).Keys, f => f.Contains("schema", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_OfAFolder_KeepsItsSchema(string folder, string file)
    {
        var text = ShippedFolders.All[int.Parse(folder, null)][file];
        Assert.Empty(await Broken(file, text));
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "ontario.yaml", "    meanwhile: surge\n", "    meanwile: surge\n" },
        { "ontario.yaml", "tries: 2", "tries: 0" },
        { "ontario.yaml", "0: person, 9", "10: person, 9" },
        { "ontario.yaml", "wait: 4s", "wait: 4 seconds" },
        { "ontario.yaml", "    menu: \"To be", "    menue: \"To be" },
        { "ontario.yaml", "priority: crisis", "priority: high" },
        { "ontario.yaml", "interpreter: when-needed", "interpreter: maybe" },
        { "ontario.yaml", "start: place\n", "" },
        { "ontario.yaml", "[dialled-number, caller-number]", "[dialled-number, star-sign]" },
        { "ontario.fr.yaml", "      text: \"Entrez ou dites votre code postal.\"\n", "" },
        { "contacts.yaml", "\"+14165550150\"", "\"911\"" },
        { "contacts.yaml", "\"+14165550150\"", "\"+19115550100\"" },
        { "contacts.yaml", "screened: key", "screened: maybe" },
        { "contacts.yaml", "kind: distress\n", "kind: distres\n" },
        { "places.yaml", "crisis: yes", "crisis: true" },
        { "places.yaml", "from: 2012-01-01", "from: 01.01.2012" },
        { "needs.yaml", "    urgency: urgent\n", "    urgency: high\n" },
        { "phrases.yaml", "  one-moment:\n", "  one-momnt:\n" },
        { "calendars.yaml", "monday-friday:", "monday-fryday:" },
        { "calendars.yaml", "opened-by: staff", "opened-by: anybody" },
        { "interpreters.yaml", "    connected-by: key\n", "    connected-by: ring\n" },
        { "wrap-up.yaml", "full: { label:", "full: { labl:" },
        { "wrap-up.yaml", "no-need:\n", "no-needs:\n" },
        { "ontario.calls.yaml", "priority: crisis", "priority: high" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task File_WithAMistake_IsRefusedByTheSchemaAndTheReader(string file, string old, string now)
    {
        var files = BrokenFiles.Change(file, old, now);
        Assert.NotEmpty(await Broken(file, files[file]));
        Assert.Contains(Ontario.Load(files).Findings, f => f.File == file && f.Line > 0);
    }

    private static async Task<IEnumerable<string>> Broken(string file, string text)
    {
        var schema = await JsonSchema.FromJsonAsync(FlowSchemas.All[ShippedFolders.SchemaOf(file)], TestContext.Current.CancellationToken);
        return schema.Validate(AsJson.Of(AsJson.Read(file, text)).ToJsonString()).Select(e => e.ToString());
    }
}
