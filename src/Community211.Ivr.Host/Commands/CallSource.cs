using System.Collections.Immutable;
using Community211.Ivr.Flows.Differences;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Host.Recordings;
using Community211.Ivr.Host.Recordings.Import;

namespace Community211.Ivr.Host.Commands;

/// <summary>Where <c>diff</c> takes calls from: a recording, a folder of them, a file of requests, or the running service.</summary>
/// <param name="Calls">Each is made when it is asked for, by whoever asks.</param>
/// <param name="Problems">What could not be read, with its line.</param>
internal sealed record CallSource(IAsyncEnumerable<Func<CarriedCall>> Calls, ImmutableArray<ImportProblem> Problems)
{
    /// <summary>The argument that means the calls of the running service.</summary>
    public const string Store = "store";

    /// <param name="from">What was asked for.</param>
    /// <param name="settings">Where the service is.</param>
    /// <param name="area">How the numbering plan abbreviates the province.</param>
    /// <param name="at">When calls were that do not say.</param>
    /// <exception cref="BadArgument">There is no such thing, or nothing in it.</exception>
    public static CallSource Of(string from, Settings settings, string area, DateTimeOffset at)
    {
        if (from == Store)
            return new CallSource(Stored(settings), []);
        if (File.Exists(from) && ImportFile.Is(from))
        {
            var imported = ImportFile.Read(from);
            return new CallSource(
                imported.Calls.Select<ImportedCall, Func<CarriedCall>>(c => () => CarriedRecording.Of(c.ToRecording(from, at), c.Sid, area)).ToAsyncEnumerable(),
                [.. imported.Problems]);
        }
        var files = ReplayCommand.FilesOf(from);
        return new CallSource(files.Select<string, Func<CarriedCall>>(f => () => Recorded(f, area, files.Length == 1)).ToAsyncEnumerable(), []);
    }

    private static CarriedCall Recorded(string file, string area, bool alone)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        try
        {
            return CarriedRecording.Of(ReplayCommand.Read(file), name, area);
        }
        catch (BadArgument problem) when (!alone)
        {
            return new CarriedCall { Id = name, At = DateTimeOffset.MinValue, Unusable = problem.Message };
        }
    }

    private static async IAsyncEnumerable<Func<CarriedCall>> Stored(Settings settings)
    {
        using var admin = new AdminClient(settings);
        for (string? after = null, page = ""; page is not null; after = page)
        {
            var cursor = after is null ? "" : $"&after={Uri.EscapeDataString(after)}";
            var answer = await admin.Get<CarriedPage>($"admin/calls/carried?most={CarriedPage.Most}{cursor}", CancellationToken.None)
                ?? throw new BadArgument("What answers is no service of this version: it has no calls to compare.");
            foreach (var call in answer.Calls)
                yield return () => call;
            page = answer.Next;
        }
    }
}
