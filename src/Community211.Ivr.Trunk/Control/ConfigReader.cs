using System.Text.RegularExpressions;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Faults;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Control;

/// <summary>From what was written to checked settings; a finding names the key, the value and what is allowed.</summary>
internal static partial class ConfigReader
{
    public static TrunkSettings FromFile(string path)
    {
        if (!File.Exists(path))
            throw new BadInput($"Configuration file '{path}' was not found: give the path of a JSON file to --config.");
        return Read(Text("--config", path), Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    public static TrunkSettings Read(string json, string folder) => Check(Bodies.Of<ConfigFile>(json, "The configuration"), folder);

    private static TrunkSettings Check(ConfigFile file, string folder)
    {
        if (file.AccountSid is null || !AccountSid().IsMatch(file.AccountSid))
            throw Wrong("accountSid", file.AccountSid, "AC and 32 hexadecimal digits");
        if (string.IsNullOrEmpty(file.AuthToken))
            throw Wrong("authToken", file.AuthToken, "any text that is not empty");
        if (file.SpeakingRate is < 60 or > 400)
            throw Wrong("speakingRate", file.SpeakingRate, "60 to 400 words a minute");
        if (file.CallsPerSecond is not (0 or (>= 0.00001 and <= 1000)))
            throw Wrong("callsPerSecond", file.CallsPerSecond, "0 (no limit), or 0.00001 to 1000");
        if (file.ApiKeys?.FirstOrDefault(key => !ApiKey().IsMatch(key.Key) || key.Value.Length == 0) is { Key: not null } wrong)
            throw Wrong("apiKeys", wrong.Key, "SK and 32 hexadecimal digits, each with its secret");
        if (file.WaitUrlFailure is not ("retry" or "leave"))
            throw Wrong("waitUrlFailure", file.WaitUrlFailure, "retry or leave");
        if (file.SilentRecording is not ("save" or "next"))
            throw Wrong("silentRecording", file.SilentRecording, "save or next");
        if (file.RefusedNumbers.FirstOrDefault(one => !one.Key.StartsWith('+') || one.Value is not (13224 or 13225 or 13227)) is { Key: { } prefix } refused)
            throw Wrong($"refusedNumbers.{prefix}", refused.Value, "a beginning in E.164, such as +1900, with 13224, 13225 or 13227");
        if (file.Desks.FirstOrDefault(one => DialledNumber.Problem(one.Key) is not null || one.Value.Problem is not null) is { Key: { } number } desk)
            throw Wrong($"desks.{number}", desk.Value.Url, "a number in E.164 with the desk's 'url' (http) and 'token'");
        if (file.TollFree is { } tollFree && file.Numbers?.Any(number => number.Number == tollFree) != true)
            throw Wrong("tollFree", tollFree, "one of the numbers listed under numbers");
        return new TrunkSettings
        {
            AccountSid = file.AccountSid,
            AuthToken = file.AuthToken,
            Seed = file.Seed,
            SpeakingRate = file.SpeakingRate,
            CallsPerSecond = file.CallsPerSecond,
            ApiKeys = file.ApiKeys ?? new Dictionary<string, string>(),
            RetryWaitUrl = file.WaitUrlFailure == "retry",
            VerifiedCallerIds = file.VerifiedCallerIds,
            RefusedNumbers = file.RefusedNumbers,
            SavesSilence = file.SilentRecording == "save",
            FallbackDocument = Document(file.FallbackDocument, folder),
            Numbers = [.. (file.Numbers ?? []).Select(Number)],
            TollFree = file.TollFree,
            Desks = file.Desks,
            SignPort = SignPortOf(file.SignPort),
            Faults = file.Faults is null ? null : FaultReader.Read(file.Faults, "faults"),
        };
    }

    private static SignPort SignPortOf(string word) => word switch
    {
        "documented" => SignPort.Documented,
        "keep" => SignPort.Keep,
        "drop" => SignPort.Drop,
        _ => throw Wrong("signPort", word, "documented (https loses it, http keeps it), keep or drop"),
    };

    private static string? Document(string? path, string folder)
    {
        if (path is null)
            return null;
        var full = Path.Combine(folder, path);
        return File.Exists(full) ? Text("fallbackDocument", full) : throw Wrong("fallbackDocument", path, "the path of a TwiML file that exists, or null");
    }

    private static string Text(string key, string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInput($"'{key}' is '{path}', which cannot be read: give the path of a file that this user may read.");
        }
    }

    private static TrunkNumber Number(ConfigNumber number, int index)
    {
        var key = $"numbers[{index}].";
        if (number.Number is null || DialledNumber.Problem(number.Number) is not null)
            throw Wrong(key + "number", number.Number, "a number in E.164, such as +14165550100");
        if (number.VoiceMethod is not ("GET" or "POST"))
            throw Wrong(key + "voiceMethod", number.VoiceMethod, "GET or POST");
        return new TrunkNumber(
            number.Number,
            number.Region,
            Url(key + "voiceUrl", number.VoiceUrl ?? "")!,
            number.VoiceMethod,
            Url(key + "fallbackUrl", number.FallbackUrl),
            Url(key + "statusCallback", number.StatusCallback))
        {
            CallerIdLookup = number.VoiceCallerIdLookup,
        };
    }

    private static string? Url(string key, string? url)
    {
        if (url is null || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            return url;
        throw Wrong(key, url, "an absolute http or https URL");
    }

    private static BadInput Wrong(string key, object? value, string allowed) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Configuration key '{key}' is {(value is null ? "missing" : $"'{value}'")}. Allowed: {allowed}."));

    [GeneratedRegex("^AC[0-9a-fA-F]{32}$")]
    private static partial Regex AccountSid();

    [GeneratedRegex("^SK[0-9a-fA-F]{32}$")]
    private static partial Regex ApiKey();
}
