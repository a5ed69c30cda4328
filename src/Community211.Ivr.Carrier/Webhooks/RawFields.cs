namespace Community211.Ivr.Carrier;

/// <summary>The fields of a form or a query as bytes, in the order sent.</summary>
/// <param name="Fields">Decoded names and values; what cannot be decoded stands as it was sent.</param>
/// <param name="Broken">Whether there was a percent sign without two hexadecimal digits.</param>
internal readonly record struct RawFields(IReadOnlyList<RawField> Fields, bool Broken)
{
    /// <summary>Splits and decodes; never throws.</summary>
    public static RawFields Split(ReadOnlySpan<byte> form)
    {
        var fields = new List<RawField>();
        var broken = false;
        foreach (var range in form.Split((byte)'&'))
        {
            var pair = form[range];
            if (pair.IsEmpty)
                continue;
            var equals = pair.IndexOf((byte)'=');
            fields.Add(new RawField(
                Decode(equals < 0 ? pair : pair[..equals], ref broken),
                Decode(equals < 0 ? [] : pair[(equals + 1)..], ref broken)));
        }
        return new RawFields(fields, broken);
    }

    private static byte[] Decode(ReadOnlySpan<byte> coded, ref bool broken)
    {
        var decoded = new byte[coded.Length];
        var length = 0;
        for (var i = 0; i < coded.Length; i++)
        {
            var value = coded[i];
            if (value == '%')
            {
                if (i + 2 < coded.Length && char.IsAsciiHexDigit((char)coded[i + 1]) && char.IsAsciiHexDigit((char)coded[i + 2]))
                {
                    value = (byte)((Digit(coded[i + 1]) << 4) | Digit(coded[i + 2]));
                    i += 2;
                }
                else
                {
                    broken = true;
                }
            }
            else if (value == '+')
            {
                value = (byte)' ';
            }
            decoded[length++] = value;
        }
        return decoded[..length];
    }

    private static int Digit(byte hex) => hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10;
}

/// <summary>One field as bytes.</summary>
internal readonly record struct RawField(byte[] Name, byte[] Value);
