using System.Globalization;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host;

/// <summary>
/// The embedded store belongs to one service at a time: two would match the same callers twice. Held by a lock on a file, which the
/// operating system gives back when the process ends, however it ends.
/// </summary>
internal sealed class OneProcess : IDisposable
{
    public const string FileName = "service.lock";

    private readonly FileStream _held;

    private OneProcess(FileStream held) => _held = held;

    /// <exception cref="ConfigurationProblem">Another service holds it.</exception>
    public static OneProcess Hold(Settings settings)
    {
        var path = Path.Combine(settings.DataFolder, FileName);
        try
        {
            Directory.CreateDirectory(settings.DataFolder);
            var held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            held.SetLength(0);
            held.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            held.Flush();
            return new OneProcess(held);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationProblem($"Storage:Path is '{settings.StoragePath}', which cannot be had alone: {problem.Message} Another service may be using it: end that one, or choose another path.");
        }
    }

    public void Dispose() => _held.Dispose();
}
