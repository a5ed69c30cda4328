using System.Text.RegularExpressions;
using Community211.Ivr.Carrier;

namespace Community211.Ivr.Host.Recordings.Import;

/// <summary>
/// Requests of a file, gathered by caller. What cannot be read is a problem with its line; what is no webhook of a caller is counted.
/// </summary>
internal sealed partial class ImportedCalls
{
    private readonly Dictionary<string, List<ImportedRequest>> _calls = new(StringComparer.Ordinal);
    private readonly List<ImportProblem> _problems = [];

    /// <summary>What could not be read, by line.</summary>
    public IEnumerable<ImportProblem> Problems => _problems.OrderBy(p => p.Line);

    /// <summary>Requests that are no webhooks of a voice carrier.</summary>
    public int NoWebhooks { get; private set; }

    /// <summary>Webhooks of legs to agents that do not say whose call they are about.</summary>
    public int OtherLegs { get; private set; }

    /// <summary>Callers whose call was seen from its beginning, in the order of the file.</summary>
    public IEnumerable<ImportedCall> Calls => _calls.Select(c => new ImportedCall(c.Key, c.Value));

    public void Add(ImportedRequest request)
    {
        if (FormText.IsBroken(request.Body) || FormText.IsBroken(request.Query))
        {
            Problem(request.Line, "A percent sign is not followed by two hexadecimal digits.");
            return;
        }
        var called = request.Url.Length == 0 ? null : Urls.Read(request.Url)?.Call;
        if ((called ?? request.Field("CallSid")) is not { } sid)
        {
            if (request.IsOfTheCarrier && request.Field("MessageSid") is null)
                Problem(request.Line, "It looks like a webhook, but CallSid is missing.");
            else
                NoWebhooks++;
        }
        else if (!Sid().IsMatch(sid))
        {
            Problem(request.Line, "CallSid is not CA followed by letters and digits.");
        }
        else if (called is null && request.Field("Direction")?.StartsWith("outbound", StringComparison.Ordinal) == true)
        {
            OtherLegs++;
        }
        else
        {
            if (!_calls.TryGetValue(sid, out var requests))
                _calls[sid] = requests = [];
            requests.Add(request);
        }
    }

    public void Problem(int line, string why) => _problems.Add(new ImportProblem(line, why));

    public void NoWebhook() => NoWebhooks++;

    /// <summary>Everything was added: a call without a beginning is a problem now.</summary>
    public void Complete()
    {
        foreach (var call in Calls.Where(c => !c.HasBeginning).ToList())
        {
            Problem(call.Line, $"Call {call.Sid} has no inbound request (its first, without an answer): its beginning is missing. Its {call.Requests.Count} requests are left out.");
            _calls.Remove(call.Sid);
        }
    }

    [GeneratedRegex("^CA[0-9A-Za-z]{1,62}$")]
    private static partial Regex Sid();
}
