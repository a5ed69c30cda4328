using System.Diagnostics;
using System.Text.Json;
using Community211.Ivr.Host.Commands;

namespace Community211.Ivr.Tests.Recordings;

/// <summary><c>replay</c> as it is typed.</summary>
public sealed class ReplayCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ivr-recordings-").FullName;

    public static TheoryData<string, string> Broken => new()
    {
        { "{", "is no recording" },
        { "", "is no recording" },
        { "[]", "a JSON object is needed" },
        { "{}", "it has no format" },
        { """{"format":2}""", "it has format 2; this program reads format 1" },
        { """{"format":1}""", "missing required properties" },
        { Shipped.Text("english.json").Replace("\"note\"", "\"remark\"", StringComparison.Ordinal), "'remark' could not be mapped" },
        { Shipped.Text("english.json").Replace("\"number\": ", "\"telephone\": ", StringComparison.Ordinal).Replace("\"number\":", "\"telephone\":", StringComparison.Ordinal), "'telephone' could not be mapped" },
        { Shipped.Text("english.json").Replace("\"CallStatus\": \"ringing\"", "\"CallStatus\": 7", StringComparison.Ordinal), "is no text" },
        { Shipped.Text("english.json").Replace("\"swept\": []", "\"swept\": null", StringComparison.Ordinal), "is no recording" },
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Replay_AllShipped_TakesAFewSeconds()
    {
        var start = Stopwatch.GetTimestamp();
        var (code, said, _) = await Typed.Run("replay", Shipped.Folder);
        Assert.EndsWith($"{Shipped.Names.Length} of {Shipped.Names.Length} calls as recorded.\n", said, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Yes, code);
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 30);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Replay_NoRecording_IsAskedWronglyAndSaysWhy(string text, string because)
    {
        var file = await Save("broken.json", text);
        var (code, _, errors) = await Typed.Run("replay", file);
        Assert.Equal(CommandLine.AskedWrongly, code);
        Assert.StartsWith($"{file} is no recording: ", errors, StringComparison.Ordinal);
        Assert.Contains(because, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_MissingFile_IsAskedWrongly()
    {
        var file = Path.Combine(_folder, "nowhere.json");
        Assert.Equal((CommandLine.AskedWrongly, "", $"There is no file or folder {file}.\n"), await Typed.Run("replay", file));
    }

    [Fact]
    public async Task Replay_EmptyFolder_IsAskedWrongly()
    {
        var (code, _, errors) = await Typed.Run("replay", _folder);
        Assert.Equal(CommandLine.AskedWrongly, code);
        Assert.Equal($"The folder {_folder} holds no recording (*.json). 'show CALL --save FILE' makes one.\n", errors);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("ftp://127.0.0.1")]
    public async Task Replay_ToNoAddress_IsAskedWrongly(string to)
    {
        var (code, _, errors) = await Typed.Run("replay", "--to", to, Shipped.Folder);
        Assert.Equal(CommandLine.AskedWrongly, code);
        Assert.StartsWith($"--to '{to}' is no address of a service.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_Differs_AnswersNoAndTellsWhat()
    {
        var file = await Save("other.json", Shipped.Text("hang-up-at-welcome.json").Replace("Stay on the line", "Wait", StringComparison.Ordinal));
        var (code, said, _) = await Typed.Run("replay", file);
        Assert.Equal(CommandLine.No, code);
        Assert.StartsWith("DIFFERS  other.json  Hangs up before the line.\n  webhook 1 (POST /voice/inbound, at 0.0 s): the answer differs at its line 3\n", said, StringComparison.Ordinal);
        Assert.EndsWith("0 of 1 calls as recorded.\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_Json_IsOneArray()
    {
        var (code, said, _) = await Typed.Run("replay", "--json", Path.Combine(Shipped.Folder, "english.json"));
        var report = Assert.Single(JsonSerializer.Deserialize<JsonElement>(said).EnumerateArray());
        Assert.Equal((CommandLine.Yes, "english.json", 0), (code, report.GetProperty("file").GetString(), report.GetProperty("differences").GetArrayLength()));
    }

    private async Task<string> Save(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        return file;
    }
}
