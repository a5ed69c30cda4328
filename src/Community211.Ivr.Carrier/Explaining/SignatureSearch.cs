using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Community211.Ivr.Carrier.Explaining;

/// <summary>Tries what may have been signed, the likeliest first, until a signature fits. Bounded, and never wrong: what fits was signed.</summary>
internal sealed class SignatureSearch(ImmutableArray<Variant<string>> given, ImmutableArray<Variant<SigningToken>> tokens, ImmutableArray<Variant<string>> origins)
{
    /// <summary>Differences at once, unlikely ones counted twice.</summary>
    private const int Most = 4;

    /// <summary>Messages signed at most; a few seconds' worth.</summary>
    private const int MostTried = 600_000;

    private readonly ImmutableArray<(byte[] Key, Variant<SigningToken> Token)> _keys = [.. tokens.Select(t => (Encoding.UTF8.GetBytes(t.Value.Text), t))];
    private readonly ImmutableArray<(byte[] Bytes, Variant<string> Given)> _given = [.. given.Select(g => (Convert.FromBase64String(g.Value), g))];
    private readonly ArrayBufferWriter<byte> _message = new();
    private int _tried;

    /// <summary>What fits; null if nothing that is tried does.</summary>
    /// <param name="shapes">What the request may have been, with the ways to write each.</param>
    /// <param name="least">Cost to begin with: 0 includes what the service accepts.</param>
    public SignatureMatch? Find(ImmutableArray<(Variant<Shape> Shape, Written Written)> shapes, int least)
    {
        if (_given.IsEmpty)
            return null;
        for (var cost = least; cost <= Most; cost++)
        {
            foreach (var (shape, written) in shapes.TakeWhile(s => s.Shape.Cost <= cost))
            {
                if (Find(shape, written, cost) is { } match)
                    return match;
            }
        }
        return null;
    }

    private SignatureMatch? Find(Variant<Shape> shape, Written written, int cost)
    {
        foreach (var path in written.Paths.TakeWhile(p => p.Cost + shape.Cost <= cost))
        {
            foreach (var query in written.Queries.TakeWhile(q => q.Cost + path.Cost + shape.Cost <= cost))
            {
                foreach (var origin in origins.TakeWhile(o => o.Cost + query.Cost + path.Cost + shape.Cost <= cost))
                {
                    var left = cost - shape.Cost - path.Cost - query.Cost - origin.Cost;
                    var url = origin.Value + path.Value + query.Value;
                    if (Find(Encoding.UTF8.GetBytes(url), written.Fields, left) is { } end)
                        return new SignatureMatch(url, end.Fields.Value, end.Token.Value.Name, [.. shape.Differences, .. origin.Differences, .. path.Differences, .. query.Differences, .. end.Fields.Differences, .. end.Token.Differences, .. end.Given.Differences]);
                    if (_tried > MostTried)
                        return null;
                }
            }
        }
        return null;
    }

    private End? Find(byte[] url, ImmutableArray<Variant<ReadOnlyMemory<byte>>> fields, int left)
    {
        Span<byte> made = stackalloc byte[HMACSHA1.HashSizeInBytes];
        foreach (var form in fields)
        {
            if (form.Cost > left)
                break;
            foreach (var (key, token) in _keys)
            {
                var rest = left - form.Cost - token.Cost;
                if (rest < 0 || !_given.Any(g => g.Given.Cost == rest))
                    continue;
                _message.Clear();
                _message.Write(url);
                _message.Write(form.Value.Span);
                _tried++;
#pragma warning disable CA5350 // The carrier's algorithm.
                HMACSHA1.HashData(key, _message.WrittenSpan, made);
#pragma warning restore CA5350
                foreach (var (bytes, header) in _given)
                {
                    if (header.Cost == rest && made.SequenceEqual(bytes))
                        return new End(form, token, header);
                }
            }
        }
        return null;
    }

    private sealed record End(Variant<ReadOnlyMemory<byte>> Fields, Variant<SigningToken> Token, Variant<string> Given);
}

/// <summary>The ways to write a shape, each by cost.</summary>
internal sealed record Written(ImmutableArray<Variant<string>> Paths, ImmutableArray<Variant<string>> Queries, ImmutableArray<Variant<ReadOnlyMemory<byte>>> Fields);
