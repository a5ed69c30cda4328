using System.CommandLine;
using System.Text;
using Community211.Ivr.Carrier.Explaining;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Host.Doctor.Signatures;
using Community211.Ivr.Host.Recordings;

namespace Community211.Ivr.Host.Commands;

/// <summary><c>doctor signature</c>: what of a webhook is signed, and why a signature is not right. Asks nobody.</summary>
internal static class SignatureCommand
{
    public static Command Make(Option<string?> config, TextWriter output)
    {
        var request = new Option<string?>("--request") { Description = "A captured request: request line, headers, empty line, body, as they came; or an HTTP archive (HAR)." };
        var url = new Option<string?>("--url") { Description = "The URL as it stands at the carrier; with --request in the place of the address that was captured." };
        var param = new Option<string[]>("--param") { Description = "A field of the form, NAME=VALUE, not encoded. May be repeated." };
        var method = new Option<string?>("--method") { Description = "GET or POST. Default: POST." };
        var signature = new Option<string?>("--signature") { Description = "The X-Twilio-Signature that came. Default: the one that belongs to --url." };
        var json = new Option<bool>("--json") { Description = "Machine-readable." };
        var command = new Command("signature", "Explains a webhook's signature: the exact URL and string, and why it does not fit. Exit code 1 when this service would refuse it.") { request, url, param, method, signature, json };
        command.SetAction(async parsed =>
        {
            var settings = ConfigurationFile.Read(parsed.GetValue(config)).Settings;
            var explainer = new SignatureExplainer(settings.Twilio, settings.Listen);
            var (file, told, fields) = (parsed.GetValue(request), parsed.GetValue(url), parsed.GetValue(param) ?? []);
            if (file is null && told is null)
                throw new BadArgument("Name a captured request (--request FILE), an address (--url URL), or both: then the address takes the place of the captured one.");
            if (file is not null && (fields.Length > 0 || parsed.GetValue(method) is not null))
                throw new BadArgument("--param and --method belong to --url alone: a captured request says them itself.");
            var captured = file is not null ? Signed(At(file, told is null ? null : Address(told)), parsed.GetValue(signature)) : Told(explainer, told!, parsed.GetValue(method), fields, parsed.GetValue(signature));
            var why = explainer.Explain(captured);
            var view = new SignatureView(output, settings);
            if (told is not null && !parsed.GetValue(json))
                await ShowTold(explainer, view, output, told, captured);
            await (parsed.GetValue(json) ? view.ShowJson(why) : view.Show(why));
            return why.Accepted ? CommandLine.Yes : CommandLine.No;
        });
        return command;
    }

    private static async Task ShowTold(SignatureExplainer explainer, SignatureView view, TextWriter output, string url, CapturedRequest captured)
    {
        var (signed, message, signature) = explainer.SignatureOf(new Uri(url), captured.Body.Span);
        await output.WriteLineAsync("What the carrier signs when it is told this URL");
        await view.Message(signed, message, signature);
        await output.WriteLineAsync();
    }

    /// <summary>A proxy may have rewritten the address that was captured; who asks knows the one that the carrier was told.</summary>
    private static CapturedRequest At(string file, Uri? told)
    {
        var request = RequestFile.Read(file);
        if (told is null)
            return request;
        var (origin, target) = RequestFile.Whole(told.OriginalString.Split('#', 2)[0]);
        return request with { Origin = origin, Target = target, IsToldAddress = true };
    }

    private static Uri Address(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
            ? address
            : throw new BadArgument($"--url is '{url}'. Allowed: the whole address, for instance https://ivr.example.org/voice/inbound.");

    private static CapturedRequest Told(SignatureExplainer explainer, string url, string? method, string[] fields, string? signature)
    {
        var address = Address(url);
        var verb = (method ?? "POST").ToUpperInvariant();
        if (verb is not ("GET" or "POST"))
            throw new BadArgument($"--method is '{method}'. Allowed: GET or POST.");
        if (Array.Find(fields, f => f.IndexOf('=', StringComparison.Ordinal) <= 0) is { } wrong)
            throw new BadArgument($"--param is '{wrong}'. Allowed: NAME=VALUE, for instance Digits=1.");
        if (verb == "GET" && fields.Length > 0)
            throw new BadArgument("With GET the parameters stand in the URL: write them there as the carrier does.");
        var body = Encoding.UTF8.GetBytes(FormText.Write(fields.Select(f => f.Split('=', 2)).Select(f => KeyValuePair.Create(f[0], f[1]))));
        var (signed, _, own) = explainer.SignatureOf(address, body);
        var (origin, target) = RequestFile.Whole(signed);
        return Signed(new CapturedRequest(verb, origin, target, [], body), signature ?? own);
    }

    private static CapturedRequest Signed(CapturedRequest request, string? signature) => signature is null
        ? request
        : request with { Headers = [.. request.Headers.Where(h => !h.Key.Equals(CapturedRequest.SignatureHeader, StringComparison.OrdinalIgnoreCase)), KeyValuePair.Create(CapturedRequest.SignatureHeader, signature)] };
}
