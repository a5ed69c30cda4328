using System.Text;
using Community211.Ivr.Carrier;
using Community211.Ivr.Carrier.Explaining;

namespace Community211.Ivr.Tests.Doctor;

/// <summary>What goes wrong between the carrier and us, by the part that it breaks; two of one part are never put together.</summary>
internal static class Breaks
{
    public static readonly (string Code, string Part, string Name, Func<Sending, Sending> Break)[] All =
    [
        ("scheme", "origin", "the carrier was told http", s => s with { SignedOrigin = "http://ivr.example.org" }),
        ("scheme", "origin", "the carrier was told http with its port", s => s with { SignedOrigin = "http://ivr.example.org:80" }),
        ("port", "origin", "the carrier was told our inner port", s => s with { SignedOrigin = "https://ivr.example.org:5211" }),
        ("port", "origin", "the carrier was told a port that a proxy names", s => (s with { SignedOrigin = "https://ivr.example.org:9443" }).With("X-Forwarded-Port", "9443")),
        ("host", "origin", "the carrier was told the proxy's host", s => (s with { SignedOrigin = "https://proxy.example.org" }).With("Host", "proxy.example.org")),
        ("host", "origin", "a header says which host was asked", s => (s with { SignedOrigin = "https://old.example.org" }).With("Host", "10.0.0.7:5211").With("Forwarded", "for=192.0.2.1;host=old.example.org;proto=https")),
        ("path-base-stripped", "path", "a proxy took a usual path base off", s => s with { SignedPath = "/ivr" + s.SignedPath }),
        ("path-base-stripped", "path", "a proxy took a path base off and says so", s => (s with { SignedPath = "/on/calls" + s.SignedPath }).With("X-Forwarded-Prefix", "/on/calls")),
        ("path-base-added", "path", "a proxy put a path base in front", s => s with { Path = "/inner" + s.Path }),
        ("trailing-slash", "path", "the address had a slash at its end", s => s with { SignedPath = s.SignedPath + "/" }),
        ("trailing-slash", "path", "a slash was put at the end", s => s with { Path = s.Path + "/" }),
        ("double-slash", "path", "the address had two slashes", s => s with { SignedPath = "/" + s.SignedPath }),
        ("query-order", "query", "the query was put in another order", s => s with { SignedQuery = "?page=2&answer=3&at=menu%20one" }),
        ("query-encoding", "query", "the query was written again with +", s => s with { Query = s.Query.Replace("%20", "+", StringComparison.Ordinal) }),
        ("query-encoding", "query", "the query was decoded", s => s with { SignedQuery = "?answer=3&at=caf%c3%a9&page=2", Query = "?answer=3&at=caf%C3%A9&page=2" }),
        ("query-added", "query", "a parameter was added", s => s with { Query = s.Query + "&utm=7" }),
        ("query-added", "query", "the only parameter was added", s => s with { SignedQuery = "", Query = "?utm=7" }),
        ("body-plus", "body", "plus signs were not escaped again", s => s with { Body = f => Text(string.Join('&', f.Select(x => $"{x.Name}={Uri.EscapeDataString(x.Value).Replace("%2B", "+", StringComparison.Ordinal)}"))) }),
        ("body-encoded-twice", "body", "the body was encoded twice", s => s.Came(Uri.EscapeDataString)),
        ("body-charset", "body", "the body was read as UTF-8 and written as Latin-1", s => s with { Body = f => Text(string.Join('&', f.Select(x => $"{x.Name}={Uri.EscapeDataString(x.Value).Replace("%C3%89", "%C9", StringComparison.Ordinal)}"))) }),
        ("body-charset", "body", "the body was read as Latin-1 and written as UTF-8", s => s.Came(v => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(v)))),
        ("values-trimmed", "body", "a value was trimmed", s => s with { SignedFields = [.. s.SignedFields.Select(f => f.Name == "SpeechResult" ? (f.Name, f.Value + " ") : f)], Fields = s.Fields ?? s.SignedFields }),
        ("values-padded", "body", "the file got a line break", s => s with { Body = f => [.. Sending.Form(f), (byte)'\r', (byte)'\n'] }),
        ("empty-dropped", "body", "all empty fields were dropped", s => s with { Fields = [.. s.SignedFields.Where(f => f.Value.Length > 0)] }),
        ("empty-added", "body", "an empty field was added", s => s with { Fields = s.SignedFields.Add(("Digits", "")) }),
        ("field-added", "body", "a middleware added a field", s => s with { Fields = s.SignedFields.Add(("requestId", "7")) }),
        ("field-missing", "body", "a middleware took the account out", s => s with { Fields = [.. s.SignedFields.Where(f => f.Name != "AccountSid")] }),
        ("body-json", "body", "a gateway made JSON of it", s => s with { Body = f => Text($"{{{string.Join(',', f.Select(x => $"\"{x.Name}\":\"{x.Value}\""))}}}") }),
        ("body-base64", "body", "a gateway put it into base64", s => s with { Body = f => Text(Convert.ToBase64String(Sending.Form(f))) }),
        ("method", "body", "the carrier asked with GET, a POST came", s => s with { SignedQuery = s.SignedQuery + (s.SignedQuery.Length == 0 ? "?" : "&") + Encoding.UTF8.GetString(Sending.Form(s.SignedFields)), SignedFields = [], Fields = s.SignedFields }),
        ("method", "body", "the carrier asked with POST, a GET came", s => s with { Method = "GET", Query = s.Query + (s.Query.Length == 0 ? "?" : "&") + Encoding.UTF8.GetString(Sending.Form(s.SignedFields)), Body = _ => [] }),
        ("token-sample", "token", "it was signed with the sample token", s => s with { SigningToken = TwilioOptions.SampleToken }),
        ("token-quoted", "token", "the token is configured in quotes", s => s with { Options = new TwilioOptions { AccountSid = s.Options.AccountSid, AuthToken = $"\"{Sending.Token}\"" } }),
        ("header-doubled", "header", "the header came twice", s => s with { Header = x => [Given(x), Given("AAAAAAAAAAAAAAAAAAAAAAAAAAA=")] }),
        ("header-doubled", "header", "the header came twice in one", s => s with { Header = x => [Given($"{x}, {x}")] }),
        ("header-encoded", "header", "the header came encoded", s => s with { Header = x => [Given(Uri.EscapeDataString(x))] }),
        ("header-encoded", "header", "the header came without padding", s => s with { Header = x => [Given(x.TrimEnd('='))] }),
        ("header-renamed", "header", "the header came under another name", s => s with { Header = x => [KeyValuePair.Create("HTTP_X_TWILIO_SIGNATURE", x)] }),
    ];

    private static KeyValuePair<string, string> Given(string value) => KeyValuePair.Create(CapturedRequest.SignatureHeader, value);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
