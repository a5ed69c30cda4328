using System.ComponentModel;
using System.Diagnostics;

namespace Community211.Ivr.Host.Commands;

/// <summary>The commit of a folder that stands in a work tree.</summary>
internal static class GitCommit
{
    /// <summary>Its hash, with <c>+changes</c> when the folder holds others; null without git, or outside any work tree.</summary>
    public static async Task<string?> Of(string folder, CancellationToken stop)
    {
        if (!Directory.Exists(folder) || await Ask(folder, stop, "rev-parse", "HEAD") is not { Length: >= 40 } commit)
            return null;
        return await Ask(folder, stop, "status", "--porcelain", "--", ".") is "" ? commit : $"{commit}+changes";
    }

    /// <summary>What git says; null when it is not there or refuses.</summary>
    private static async Task<string?> Ask(string folder, CancellationToken stop, params string[] words)
    {
        var start = new ProcessStartInfo("git") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var word in (string[])["-C", folder, .. words])
            start.ArgumentList.Add(word);
        try
        {
            using var git = Process.Start(start)!;
            var errors = git.StandardError.ReadToEndAsync(stop);
            var said = await git.StandardOutput.ReadToEndAsync(stop);
            await errors;
            await git.WaitForExitAsync(stop);
            return git.ExitCode == 0 ? said.Trim() : null;
        }
        catch (Exception problem) when (problem is Win32Exception or IOException or InvalidOperationException)
        {
            return null;
        }
    }
}
