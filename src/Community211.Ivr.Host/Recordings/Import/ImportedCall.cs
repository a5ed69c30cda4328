using System.Collections.Immutable;

namespace Community211.Ivr.Host.Recordings.Import;

/// <summary>The requests of one caller.</summary>
internal sealed class ImportedCall(string sid, List<ImportedRequest> requests)
{
    private static readonly ImmutableSortedDictionary<string, string> FormType =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase).Add("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");

    public string Sid => sid;

    public IReadOnlyList<ImportedRequest> Requests => requests;

    /// <summary>Of its first request.</summary>
    public int Line => requests[0].Line;

    public bool HasBeginning
    {
        get
        {
            var first = true;
            foreach (var request in requests)
            {
                if (CallerRequest.KindOf(request.Url, request.Field, first) == CallerRequestKind.Inbound)
                    return true;
                first = false;
            }
            return false;
        }
    }

    /// <summary>As a recording, with the numbers that it came with.</summary>
    /// <param name="from">Name of the file.</param>
    /// <param name="at">When it was, where the file does not say.</param>
    public Recording ToRecording(string from, DateTimeOffset at)
    {
        var webhooks = ImmutableArray.CreateBuilder<RecordedWebhook>(requests.Count);
        foreach (var request in requests.All(r => r.At is not null) ? requests.OrderBy(r => r.At) : requests.AsEnumerable())
        {
            at = request.At ?? at;
            webhooks.Add(new RecordedWebhook(
                at, request.Body.Length == 0 ? "GET" : "POST", UrlFields.Change(PathOf(request.Url), Number), FormType, [.. FormText.Read(request.Body).Select(Number)], ""));
        }
        return new Recording
        {
            Note = $"Imported from {from}, line {Line}.",
            ImportedFrom = from,
            CallSid = sid,
            Revision = "",
            PublicBaseUrl = NeutralPlace.BaseUrl,
            Verdict = new CallVerdict(null, null, null, null, "unknown", null, null, []),
            Until = at,
            Ids = new RecordedIds([], []),
            Webhooks = webhooks.ToImmutable(),
        };
    }

    /// <summary>Logs often write a number's plus as it is, which a form reads as a space.</summary>
    private static KeyValuePair<string, string> Number(KeyValuePair<string, string> field) =>
        field.Key is "From" or "To" or "Called" or "Caller" && field.Value.Length > 1 && field.Value[0] == ' ' && char.IsAsciiDigit(field.Value[1])
            ? KeyValuePair.Create(field.Key, $"+{field.Value[1..]}")
            : field;

    /// <summary>Without scheme, host and what may stand before them.</summary>
    private static string PathOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" ? whole.PathAndQuery : url;
}
