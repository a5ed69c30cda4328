namespace Community211.Ivr.Trunk.Calls;

/// <summary>How many parts a text travels in: 160 characters (153 each of several) of the GSM alphabet, else 70 (67).</summary>
internal static class SmsSegments
{
    private const string Gsm =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Twice = "^{}\\[~]|€";

    public static int Count(string body)
    {
        if (body.Length == 0)
            return 0;
        return body.All(letter => Gsm.Contains(letter, StringComparison.Ordinal) || Twice.Contains(letter, StringComparison.Ordinal))
            ? Parts(body.Length + body.Count(letter => Twice.Contains(letter, StringComparison.Ordinal)), 160, 153)
            : Parts(body.Length, 70, 67);
    }

    private static int Parts(int length, int one, int several) => length <= one ? 1 : (length + several - 1) / several;
}
