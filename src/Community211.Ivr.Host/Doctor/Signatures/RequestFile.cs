using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Community211.Ivr.Carrier.Explaining;
using Community211.Ivr.Host.Commands;

namespace Community211.Ivr.Host.Doctor.Signatures;

/// <summary>A captured request: request line, headers, an empty line and the body as they came over the wire, or an HTTP archive.</summary>
internal static class RequestFile
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    /// <exception cref="BadArgument">It cannot be read, or is neither.</exception>
    public static CapturedRequest Read(string path)
    {
        byte[] file;
        try
        {
            file = File.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BadArgument($"{path} cannot be read: {problem.Message}");
        }
        var content = file.AsSpan().StartsWith(Mark) ? file.AsMemory(Mark.Length) : file;
        return content.Span.TrimStart(" \r\n\t"u8) is [(byte)'{', ..] ? HarRequest.Read(content, path) : Raw(content, path);
    }

    private static CapturedRequest Raw(ReadOnlyMemory<byte> file, string path)
    {
        var (head, body) = Split(file);
        var lines = Encoding.UTF8.GetString(head.Span).Split('\n').Select(l => l.TrimEnd('\r')).SkipWhile(l => l.Length == 0).ToList();
        if (lines.Count == 0 || lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var method, var target, ..] || !method.All(char.IsAsciiLetterUpper) || !(target.StartsWith('/') || target.Contains("://", StringComparison.Ordinal)))
            throw new BadArgument($"{path} is no request: its first line has to be for instance 'POST /voice/inbound HTTP/1.1', headers and an empty line below it, then the body. An HTTP archive (HAR) will do as well.");
        var headers = lines.Skip(1).Select(l => l.Split(':', 2)).Where(p => p.Length == 2).Select(p => KeyValuePair.Create(p[0].Trim(), p[1].Trim())).ToImmutableArray();
        var (origin, rest) = Whole(target);
        var request = new CapturedRequest(method, origin, rest, headers, body);
        // Editors end a file with a line break that was never sent.
        return int.TryParse(request.Header("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length < body.Length && body.Span[length..].Trim("\r\n"u8).IsEmpty
            ? request with { Body = body[..length] }
            : request;
    }

    /// <summary>Origin and target of a URL; a target alone has no origin.</summary>
    public static (string? Origin, string Target) Whole(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal);
        if (url.StartsWith('/') || start < 0)
            return (null, url);
        var slash = url.IndexOfAny(['/', '?'], start + 3);
        return slash < 0 ? (url, "/") : (url[..slash], url[slash] == '?' ? "/" + url[slash..] : url[slash..]);
    }

    private static (ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Body) Split(ReadOnlyMemory<byte> file)
    {
        var (crlf, lf) = (file.Span.IndexOf("\r\n\r\n"u8), file.Span.IndexOf("\n\n"u8));
        return crlf >= 0 && (lf < 0 || crlf < lf) ? (file[..crlf], file[(crlf + 4)..])
            : lf >= 0 ? (file[..lf], file[(lf + 2)..])
            : (file, ReadOnlyMemory<byte>.Empty);
    }
}
