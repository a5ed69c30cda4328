using Community211.Ivr.Host.Commands;

namespace Community211.Ivr.Host.Recordings.Import;

/// <summary>A file of requests: an HTTP archive if it is named <c>.har</c>, else forms, one a line.</summary>
internal static class ImportFile
{
    public static bool Is(string path) => Path.GetExtension(path) is ".har" or ".forms";

    /// <exception cref="BadArgument">It cannot be opened or read.</exception>
    public static ImportedCalls Read(string path)
    {
        var calls = new ImportedCalls();
        try
        {
            if (Path.GetExtension(path) == ".har")
            {
                HarFile.Read(File.ReadAllBytes(path), calls);
            }
            else
            {
                using var lines = new StreamReader(path);
                FormLines.Read(lines, calls);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BadArgument($"{path} cannot be read: {problem.Message}");
        }
        calls.Complete();
        return calls;
    }
}
