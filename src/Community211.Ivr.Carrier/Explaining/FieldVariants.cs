using System.Collections.Immutable;
using System.Text;

namespace Community211.Ivr.Carrier.Explaining;

/// <summary>What of the form may have been signed, joined as it is signed.</summary>
internal static class FieldVariants
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private static readonly Difference Plus = new(
        "body-plus", "Plus signs stand unescaped in the body, where they mean spaces: it was decoded and written again wrongly.", "Let whatever writes the body again escape + as %2B; better, pass the body on as it is.");

    private static readonly Difference Twice = new("body-encoded-twice", "The body is percent-encoded twice.", "Something on the way encodes it once more: pass the body on as it is.");
    private static readonly Difference Charset = new("body-charset", "The body was read and written in another character set than UTF-8.", "Let whatever reads the body read it as UTF-8; better, pass the bytes on as they are.");
    private static readonly Difference Padded = new("values-padded", "Values have spaces or a line break around them that were not signed.", "Pass the body on as it is; a line break at the end may come from the editor that kept this file.");
    private static readonly Difference EmptyAdded = new("empty-added", "The body has empty fields that were not signed.", "Something on the way adds fields: pass the body on as it is.");
    private static readonly Difference EmptyDropped = new("empty-dropped", "Empty fields were dropped from the body; the carrier signs their names.", "Something on the way (form binding, a web firewall) drops empty fields: pass the body on as it is.");
    private static readonly Difference Trimmed = new("values-trimmed", "A value lost spaces around it.", "Something on the way trims values: pass the body on as it is.");
    private static readonly Difference Extra = new("field-added", "The body has fields that the carrier did not send.", "Something on the way adds fields: pass the body on as it is.");
    private static readonly Difference Lost = new("field-missing", "A field that the carrier sent is missing from the body.", "Something on the way takes fields out: pass the body on as it is.");
    private static readonly Difference Unsigned = new("method", "The signature covers the address alone: the carrier asked with GET, or it signed no form.", "Let the number and every action ask with POST, and let no proxy change the method.");

    /// <param name="fields">The fields as they came.</param>
    /// <param name="account">The configured account.</param>
    public static ImmutableArray<Variant<ReadOnlyMemory<byte>>> Of(IReadOnlyList<RawField> fields, string account)
    {
        var all = new List<Variant<ReadOnlyMemory<byte>>>();
        foreach (var whole in Rewritten(fields).Where(w => w.Cost == 0 || !Same(w.Value, fields)))
        {
            foreach (var changed in whole.Value.Count == 0 ? [whole] : Changed(whole, account))
                all.AddRange(SignedFields.Of(changed.Value).Select(joined => new Variant<ReadOnlyMemory<byte>>(joined, changed.Cost, changed.Differences)));
        }
        if (fields.Count > 0)
            all.Add(Variant<ReadOnlyMemory<byte>>.Other(ReadOnlyMemory<byte>.Empty, Unsigned));
        return [.. all.OrderBy(v => v.Cost).DistinctBy(v => Convert.ToBase64String(v.Value.Span))];
    }

    /// <summary>Everything written again in the same way.</summary>
    private static IEnumerable<Variant<IReadOnlyList<RawField>>> Rewritten(IReadOnlyList<RawField> fields)
    {
        yield return Variant<IReadOnlyList<RawField>>.Accepted(fields);
        // In a form that was decoded a plus sign stands for itself, so spaces are what is left of those that were not escaped.
        yield return Variant<IReadOnlyList<RawField>>.Other(All(fields, v => Replace(v, (byte)' ', (byte)'+')), Plus);
        yield return Variant<IReadOnlyList<RawField>>.Other(All(fields, FirstSpace), Plus);
        yield return Variant<IReadOnlyList<RawField>>.Other(All(fields, DecodedAgain), Twice);
        yield return Variant<IReadOnlyList<RawField>>.Other(All(fields, v => Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(v))), Charset);
        yield return Variant<IReadOnlyList<RawField>>.Other(All(fields, Undone), Charset);
        yield return Variant<IReadOnlyList<RawField>>.Other(All(fields, v => v.AsSpan().Trim(" \t\r\n"u8).ToArray()), Padded);
    }

    private static IEnumerable<Variant<IReadOnlyList<RawField>>> Changed(Variant<IReadOnlyList<RawField>> whole, string account)
    {
        Variant<IReadOnlyList<RawField>> And(IReadOnlyList<RawField> fields, Difference difference, int cost = 1) => new(fields, whole.Cost + cost, whole.Differences.Add(difference));
        var fields = whole.Value;
        yield return whole;
        if (fields.Any(f => f.Value.Length == 0))
            yield return And([.. fields.Where(f => f.Value.Length > 0)], EmptyAdded);
        foreach (var (names, cost) in EmptyFields.Missing(fields))
            yield return And([.. fields, .. names.Select(n => new RawField(n, []))], EmptyDropped, cost);
        for (var i = 0; i < fields.Count; i++)
        {
            var (at, field) = (i, fields[i]);
            yield return And([.. fields.Where((_, other) => other != at)], field.Value.Length == 0 ? EmptyAdded : Extra);
            yield return And(With(fields, at, [.. field.Value, (byte)' ']), Trimmed);
            yield return And(With(fields, at, [(byte)' ', .. field.Value]), Trimmed);
        }
        foreach (var added in Likely(fields, account).Where(a => !fields.Any(f => f.Name.AsSpan().SequenceEqual(a.Name))))
            yield return And([.. fields, added], Lost);
    }

    private static IEnumerable<RawField> Likely(IReadOnlyList<RawField> fields, string account)
    {
        static RawField Field(string name, string value) => new(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(value));
        yield return Field("AccountSid", account);
        yield return Field("ApiVersion", "2010-04-01");
        yield return Field("Direction", "inbound");
        foreach (var status in new[] { "ringing", "in-progress", "completed" })
            yield return Field("CallStatus", status);
        foreach (var (name, same) in new[] { ("Caller", "From"), ("From", "Caller"), ("Called", "To"), ("To", "Called") })
        {
            if (fields.FirstOrDefault(f => f.Name.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(same))) is { Name: not null } twin)
                yield return new RawField(Encoding.UTF8.GetBytes(name), twin.Value);
        }
    }

    private static bool Same(IReadOnlyList<RawField> one, IReadOnlyList<RawField> other) =>
        one.Zip(other).All(p => p.First.Name.AsSpan().SequenceEqual(p.Second.Name) && p.First.Value.AsSpan().SequenceEqual(p.Second.Value));

    private static RawField[] All(IReadOnlyList<RawField> fields, Func<byte[], byte[]> change) => [.. fields.Select(f => new RawField(change(f.Name), change(f.Value)))];

    private static RawField[] With(IReadOnlyList<RawField> fields, int at, byte[] value) => [.. fields.Select((f, i) => i == at ? new RawField(f.Name, value) : f)];

    private static byte[] Replace(byte[] value, byte old, byte young) => [.. value.Select(b => b == old ? young : b)];

    /// <summary>Of telephone numbers alone: other values may well have spaces.</summary>
    private static byte[] FirstSpace(byte[] value) => value is [(byte)' ', >= (byte)'0' and <= (byte)'9', ..] ? [(byte)'+', .. value[1..]] : value;

    private static byte[] DecodedAgain(byte[] value) => RawFields.Split([.. "x="u8, .. value]).Fields is [var once] ? once.Value : value;

    /// <summary>UTF-8 that was taken for Latin-1 and written as UTF-8 once more.</summary>
    private static byte[] Undone(byte[] value)
    {
        try
        {
            var text = Strict.GetString(value);
            return text.All(c => c < 256) ? Encoding.Latin1.GetBytes(text) : value;
        }
        catch (DecoderFallbackException)
        {
            return value;
        }
    }
}
