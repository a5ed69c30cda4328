using System.Buffers;

namespace Community211.Ivr.Carrier;

/// <summary>
/// The form's part of a signed message: names sorted by bytes, each followed by its value, nothing between. Works on bytes, so that
/// a form which is not readable still has a signature.
/// </summary>
internal static class SignedFields
{
    /// <summary>The candidates: fields as sent; where names repeat, also with each name's values sorted and without doubles.</summary>
    public static IReadOnlyList<byte[]> Of(ReadOnlySpan<byte> form) => Of(RawFields.Split(form).Fields);

    /// <inheritdoc cref="Of(ReadOnlySpan{byte})"/>
    public static IReadOnlyList<byte[]> Of(IReadOnlyList<RawField> fields)
    {
        var sent = fields.OrderBy(field => field.Name, Bytes.Order).ToList();
        var groups = sent.GroupBy(field => field.Name, Bytes.Order).ToList();
        if (groups.Count == sent.Count)
            return [Join(sent)];
        var tidy = groups.SelectMany(group => group
            .DistinctBy(field => field.Value, Bytes.Order)
            .OrderBy(field => field.Value, Bytes.Order));
        return [Join(sent), Join(tidy)];
    }

    private static byte[] Join(IEnumerable<RawField> fields)
    {
        var joined = new ArrayBufferWriter<byte>();
        foreach (var field in fields)
        {
            joined.Write(field.Name);
            joined.Write(field.Value);
        }
        return joined.WrittenSpan.ToArray();
    }

    private sealed class Bytes : IComparer<byte[]>, IEqualityComparer<byte[]>
    {
        public static readonly Bytes Order = new();

        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] bytes)
        {
            var hash = default(HashCode);
            hash.AddBytes(bytes);
            return hash.ToHashCode();
        }
    }
}
