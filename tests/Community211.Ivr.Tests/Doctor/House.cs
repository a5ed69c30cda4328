using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Community211.Ivr.Host.Commands;
using Community211.Ivr.Storage;
using Community211.Ivr.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Community211.Ivr.Tests.Doctor;

/// <summary>An installation in a folder of its own, where nothing runs.</summary>
internal sealed class House : IDisposable
{
    public const string Token = "a1b2c3d4e5f60718293a4b5c6d7e8f90";

    private readonly JsonObject _configuration;

    public House()
    {
        Directory.CreateDirectory(Flows);
        foreach (var (name, text) in RealFlow.Files)
            File.WriteAllText(Path.Combine(Flows, name), text);
        // Nobody listens at port 0, and it can be listened at.
        _configuration = new JsonObject
        {
            ["Service"] = new JsonObject { ["Listen"] = "http://127.0.0.1:0" },
            ["Storage"] = new JsonObject { ["Path"] = "data/ivr.db" },
            [nameof(Flows)] = new JsonObject { [nameof(Folder)] = "flows", ["FallbackFolder"] = "data/fallback" },
            ["Twilio"] = new JsonObject { ["AccountSid"] = Carrier.Known.Account, ["AuthToken"] = Token, ["ApiBaseUrl"] = "http://127.0.0.1:0" },
        };
        Write();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public string Folder { get; } = Directory.CreateTempSubdirectory("ivr-doctor-").FullName;

    public string Flows => Path.Combine(Folder, "flows");

    public string Data => Path.Combine(Folder, "data");

    public string Database => Path.Combine(Data, "ivr.db");

    public string Configuration => Path.Combine(Folder, "appsettings.json");

    public House With(string section, string key, string value)
    {
        (_configuration[section] ??= new JsonObject())[key] = value;
        Write();
        return this;
    }

    /// <summary>A store in which a call has been and the flow is live, as a service leaves it that was ended.</summary>
    public async Task<House> Ran()
    {
        await using var store = SqliteStore.Open(Database, Clock);
        await store.Publish(new(RealFlow.Set.Revision, RealFlow.Files, Clock.GetUtcNow(), "first start", "", null), 0, TestContext.Current.CancellationToken);
        await store.Commit(new() { Call = Units.Call(secret: "+14165550102") }, TestContext.Current.CancellationToken);
        return this;
    }

    public async Task<(int Code, string Said)> Look(params string[] more)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.Run(["doctor", .. more, "--config", Configuration], Clock, output, errors);
        Assert.Empty(errors.ToString());
        Assert.DoesNotContain(Token, output.ToString(), StringComparison.Ordinal);
        return (code, output.ToString());
    }

    /// <summary>Every file with a hash of its bytes.</summary>
    public string[] Contents() =>
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => $"{f} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))}")];

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Write() => File.WriteAllText(Configuration, _configuration.ToJsonString());
}
