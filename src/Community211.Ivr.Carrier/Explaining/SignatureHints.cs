using System.Globalization;

namespace Community211.Ivr.Carrier.Explaining;

/// <summary>What can be seen without knowing what was signed.</summary>
internal static class SignatureHints
{
    /// <summary>The request is for another account, whose token signs it.</summary>
    public static Difference? OtherAccount(CapturedRequest request, TwilioOptions options)
    {
        var form = request.Method == "GET" ? System.Text.Encoding.UTF8.GetBytes(request.Query ?? "") : request.Body.ToArray();
        var account = RawFields.Split(form).Fields.Where(f => f.Name.AsSpan().SequenceEqual("AccountSid"u8)).Select(f => System.Text.Encoding.UTF8.GetString(f.Value)).FirstOrDefault();
        return account is null or "" || account == options.AccountSid ? null : new Difference(
            "other-account",
            $"The request is for the account {account}, and Twilio:AccountSid is {options.AccountSid}. A subaccount signs with its own token.",
            "Set Twilio:AccountSid and Twilio:AuthToken to those of the account that owns the number, or move the number.");
    }

    /// <summary>Causes that cannot be tried, likeliest first.</summary>
    public static IEnumerable<Difference> Of(CapturedRequest request, TwilioOptions options)
    {
        var given = request.Header(CapturedRequest.SignatureHeader);
        if (given is null)
            yield return new Difference("header-missing", $"The request has no {CapturedRequest.SignatureHeader}: it is not the carrier's, or something on the way took the header off.", "Let the proxy pass the carrier's headers.");
        else if (HeaderVariants.Of(request).IsEmpty)
            yield return new Difference("header-broken", $"{CapturedRequest.SignatureHeader} is '{given}', which is no signature: 28 characters of base64 are.", "Let the proxy pass the header's value as it is.");
        if (OtherAccount(request, options) is { } account)
            yield return account;
        var announced = int.TryParse(request.Header("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : (int?)null;
        if (request.Method == "POST" && request.Body.IsEmpty)
            yield return new Difference("body-missing", $"The POST has no body{(announced > 0 ? $", though Content-Length says {announced} bytes" : "")}; its fields are part of what is signed. A middleware may have read it, or it was not kept.", "Keep the request where it comes in, with its body; in an application, read the body before form binding does.");
        else if (announced is { } bytes && bytes != request.Body.Length)
            yield return new Difference("body-length", $"Content-Length says {bytes} bytes, and the body has {request.Body.Length}: it was changed on the way, or when it was kept.", "Keep the request's bytes as they came.");
        if (request.Method == "POST" && request.Header("Content-Type") is { } type && !type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) && request.Query?.Contains("bodySHA256=", StringComparison.Ordinal) != true)
            yield return new Difference("content-type", $"The content type is {type}; the carrier's webhooks are application/x-www-form-urlencoded.", "Something on the way changes the body: pass it on as it is.");
        if (given is not null && !HeaderVariants.Of(request).IsEmpty && !request.IsToldAddress)
            yield return new Difference("address", $"It may have been signed for an address that stands nowhere in the request: a proxy that rewrites Host takes away what the carrier was told, and Twilio:PublicBaseUrl ({options.PublicBaseUrl}) is not it.", "Look up the number's voice URL at the carrier and try it: ivr doctor signature --request FILE --url URL");
        if (given is not null)
            yield return new Difference("token", $"If address and body are as the carrier sent them, it was signed with another token than Twilio:AuthToken ({Masked.Token(options.AuthToken)}).", "Compare the token with the console: it may be rotated, or of a subaccount. 'ivr doctor' asks the carrier whether it is right.");
    }
}
