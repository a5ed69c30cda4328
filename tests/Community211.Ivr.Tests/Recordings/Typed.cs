using Community211.Ivr.Host.Commands;
using Microsoft.Extensions.Time.Testing;

namespace Community211.Ivr.Tests.Recordings;

/// <summary>A command as it is typed, with the repository's configuration unless another is named.</summary>
internal static class Typed
{
    public static Task<(int Code, string Said, string Errors)> Run(params string[] words) => RunAt(new FakeTimeProvider(), words);

    public static async Task<(int Code, string Said, string Errors)> RunAt(TimeProvider clock, params string[] words)
    {
        string[] all = words.Contains("--config") ? words : [.. words, "--config", Path.Combine(Repository.Root, "appsettings.json")];
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.Run(all, clock, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
