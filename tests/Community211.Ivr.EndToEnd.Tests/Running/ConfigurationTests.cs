using Community211.Ivr.EndToEnd.Tests.Drivers;

namespace Community211.Ivr.EndToEnd.Tests.Running;

/// <summary>What an operator got wrong is told in a sentence with key, value and what is allowed; the exit code is 2.</summary>
public sealed class ConfigurationTests : IDisposable
{
    private static readonly Dictionary<string, string> NoEnvironment = [];

    private readonly string _folder = Directory.CreateTempSubdirectory("ivr-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Service__Listen", "5211", "Service:Listen is '5211'. Allowed: http://HOST:PORT")]
    [InlineData("Service__Listen", "http://127.0.0.1:5211/base", "Service:Listen is 'http://127.0.0.1:5211/base'. Allowed:")]
    [InlineData("Trunk__Listen", "http://192.0.2.1:5212", "Trunk:Listen is 'http://192.0.2.1:5212'. Allowed: http://HOST:PORT on this machine")]
    [InlineData("Storage__Path", "", "Storage:Path is ''. Allowed: a path")]
    [InlineData("Flows__ExampleShare", "101", "Flows:ExampleShare is '101'. Allowed: a whole number from 0 to 100.")]
    [InlineData("Flows__FallbackFolder", "", "Flows:FallbackFolder is ''. Allowed: a path")]
    [InlineData("Flows__FallbackFolder", "ivr-flows", "Flows:FallbackFolder is '")]
    [InlineData("Calls__RingSeconds", "4", "Calls:RingSeconds is '4'. Allowed: a whole number from 5 to 120.")]
    [InlineData("Calls__WrapUpSeconds", "soon", "Calls:WrapUpSeconds is 'soon'. Allowed: a whole number from 0 to 600.")]
    [InlineData("Calls__AwaySeconds", "-1", "Calls:AwaySeconds is '-1'. Allowed: a whole number from 0 to 3600.")]
    [InlineData("Carrier__Mode", "Carrier pigeon", "Carrier:Mode is 'Carrier pigeon'. Allowed: Simulated or Twilio.")]
    [InlineData("Trunk__WaitUrlFailure", "panic", "Trunk:WaitUrlFailure is 'panic'. Allowed: retry or leave.")]
    [InlineData("Trunk__Seed", "1.5", "Trunk:Seed is '1.5'. Allowed: a whole number from 0 to 2147483647.")]
    [InlineData("Twilio__AccountSid", "AC1", "Twilio:AccountSid is 'AC1'")]
    [InlineData("Twilio__AuthToken", "short", "Twilio:AuthToken is '")]
    [InlineData("Twilio__SecondaryAuthToken", "short", "Twilio:SecondaryAuthToken is '")]
    [InlineData("Twilio__PublicBaseUrl", "ftp://127.0.0.1", "Twilio:PublicBaseUrl is 'ftp://127.0.0.1'")]
    [InlineData("Twilio__ApiBaseUrl", "http://127.0.0.1:5212?a=b", "Twilio:ApiBaseUrl is 'http://127.0.0.1:5212?a=b'")]
    public async Task Run_BadValue_NamesKeyValueAndWhatIsAllowed(string key, string value, string said)
    {
        var printed = await Run(Built.Root, ("Trunk__FallbackDocument", Path.Combine(_folder, "fallback.xml")), (key, value));
        Refused(printed, said);
        Assert.Contains("llowed", printed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FolderThatIsNotThereAtTheFirstStart_SaysWhatIsAllowed() =>
        Refused(await Run(Built.Root, ("Flows__Folder", "nowhere"), ("Storage__Path", Path.Combine(_folder, "ivr.db"))), "Flows:Folder is '");

    [Fact]
    public async Task Run_SeveralBadValues_NamesAllAtOnce()
    {
        var printed = await Run(Built.Root, ("Calls__RingSeconds", "4"), ("Carrier__Mode", "x"), ("Trunk__Seed", "y"));
        Refused(printed, "Calls:RingSeconds");
        Assert.Contains("Carrier:Mode", printed.Errors, StringComparison.Ordinal);
        Assert.Contains("Trunk:Seed", printed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SampleTokenInModeTwilio_IsRefusedWithoutShowingIt()
    {
        var printed = await Run(
            Built.Root, ("Carrier__Mode", "Twilio"), ("Twilio__PublicBaseUrl", "https://ivr.example.org"), ("Twilio__ApiBaseUrl", "https://api.example.org"));
        Refused(printed, "Twilio:AuthToken");
        Assert.Contains("sample", printed.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("00000000000000000000000000000211'", printed.Errors.Replace("AC00000000000000000000000000000211", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_MistypedKey_SuggestsTheNearest()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Built.Root, "appsettings.json"), TestContext.Current.CancellationToken);
        Refused(await RunWith(text.Replace("\"RingSeconds\"", "\"RingSecond\"", StringComparison.Ordinal)), "Calls:RingSecond is not known. Did you mean Calls:RingSeconds?");
    }

    [Fact]
    public async Task Run_MissingFile_SaysWhere()
    {
        var printed = await RunningProgram.Run(["run"], NoEnvironment, _folder);
        Refused(printed, Path.Combine(_folder, "appsettings.json"));
        Assert.Contains("--config", printed.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"Service\": { \"Listen\": }", "LineNumber: 0")]
    [InlineData("", "cannot be read")]
    [InlineData("[1]", "cannot be read")]
    public async Task Run_BrokenJson_SaysSo(string text, string said) => Refused(await RunWith(text), said);

    [Fact]
    public async Task Run_BrokenFlow_ListsEachFindingWithItsPlace()
    {
        var flows = Path.Combine(_folder, "flows");
        Directory.CreateDirectory(flows);
        foreach (var file in Directory.GetFiles(Path.Combine(Built.Root, "ivr-flows")))
            File.Copy(file, Path.Combine(flows, Path.GetFileName(file)));
        var ontario = Path.Combine(flows, "ontario.yaml");
        var text = await File.ReadAllTextAsync(ontario, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(ontario, text.Replace("next: person", "next: persona", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var step = LineOf(text, "next: person");
        var places = Path.Combine(flows, "places.yaml");
        text = await File.ReadAllTextAsync(places, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(places, text.Replace("from: 2012-01-01", "form: 2012-01-01", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var printed = await Run(Built.Root, ("Flows__Folder", flows), ("Storage__Path", Path.Combine(_folder, "ivr.db")));
        Refused(printed, "has errors");
        Assert.Matches($@"ontario\.yaml:{step}:\d+", printed.Errors);
        Assert.Contains("persona", printed.Errors, StringComparison.Ordinal);
        Assert.Matches($@"places\.yaml:{LineOf(text, "from: 2012-01-01")}:\d+", printed.Errors);
        Assert.Contains("from", printed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_GarbageInThePlaceOfTheDatabase_SaysSoAndKeepsIt()
    {
        var database = Path.Combine(_folder, "ivr.db");
        await File.WriteAllTextAsync(database, new string('x', 5000), TestContext.Current.CancellationToken);
        Refused(await Run(Built.Root, ("Storage__Path", database)), database);
        Assert.Equal(5000, new FileInfo(database).Length);
    }

    [Fact]
    public async Task Run_DatabaseFolderThatIsAFile_SaysSo()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        Refused(await Run(Built.Root, ("Storage__Path", Path.Combine(file, "ivr.db"))), file);
    }

    [Theory]
    [InlineData("--colour")]
    [InlineData("fly")]
    public async Task Command_Unknown_IsRefused(string argument) =>
        Refused(await RunningProgram.Run([argument], NoEnvironment), argument);

    private static void Refused(Printed printed, string said)
    {
        Assert.True(printed.Code == 2, printed.ToString());
        Assert.Contains(said, printed.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", printed.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", printed.ToString(), StringComparison.Ordinal);
    }

    private static Task<Printed> Run(string folder, params (string Key, string Value)[] environment) =>
        RunningProgram.Run(["run"], environment.ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal), folder);

    private async Task<Printed> RunWith(string configuration)
    {
        var file = Path.Combine(_folder, "settings.json");
        await File.WriteAllTextAsync(file, configuration, TestContext.Current.CancellationToken);
        return await RunningProgram.Run(["run", "--config", file], NoEnvironment);
    }

    private static int LineOf(string text, string first) => text.AsSpan(0, text.IndexOf(first, StringComparison.Ordinal)).Count('\n') + 1;
}
