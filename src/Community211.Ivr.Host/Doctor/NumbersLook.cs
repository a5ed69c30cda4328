using System.Collections.Immutable;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Carrier;
using Community211.Ivr.Carrier.Probing;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host.Doctor;

/// <summary>Whether the numbers of <c>places.yaml</c> are the account's, and whether what the carrier asks for them is ours.</summary>
internal static class NumbersLook
{
    private const string Subject = "Numbers";

    public static IEnumerable<Diagnosis> At(Installation installation, ImmutableArray<OwnNumber>? numbers)
    {
        if (numbers is not { } own)
            return [Diagnosis.Warn(Subject, "the carrier did not show the account's numbers", "Look again later; nothing is known to be wrong.")];
        if ((installation.Live ?? InFolder(installation.Settings)) is not { } flow)
            return [Diagnosis.Warn(Subject, "not looked at: no flow can be read that says which they are", "Mend the flow first.")];
        var wanted = flow.Places.Regions.Values.OrderBy(r => r.Id, StringComparer.Ordinal).Append(flow.Places.Pool).SelectMany(r => r.Dialled).Distinct(StringComparer.Ordinal).ToList();
        var byNumber = own.GroupBy(n => n.Number, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var known = wanted.Where(byNumber.ContainsKey).Select(w => byNumber[w]).ToList();
        var elsewhere = Elsewhere(known, installation.Settings);
        var found = wanted.Where(w => !byNumber.ContainsKey(w)).Select(Missing)
            .Concat(elsewhere is { } other ? [Told(other, known.Count, installation.Settings)] : [])
            .Concat(Together(known.SelectMany(number => Wrong(number, installation.Settings, elsewhere is not null).Select(wrong => (number.Number, wrong))), known.Count)).ToList();
        return found.Count > 0 ? found : [Diagnosis.Ok(Subject, $"{(wanted.Count == 1 ? "the number" : $"all {wanted.Count} numbers")} of places.yaml are the account's, and their calls come to {installation.Settings.Twilio.PublicBaseUrl}")];
    }

    private static Diagnosis Missing(string number) =>
        Diagnosis.Fail(Subject, $"{number} of places.yaml is not among the account's numbers", "Correct it in places.yaml, or buy or move the number at the carrier; calls to it do not come here.");

    /// <summary>Where the carrier sends the calls of all numbers, if that is one address and not ours: most likely ours is set wrong.</summary>
    private static string? Elsewhere(List<OwnNumber> numbers, Settings settings)
    {
        var ours = settings.Twilio.PublicBaseUrl.TrimEnd('/');
        var inbound = new Urls(ours).Of(new Target(Route.Inbound))[ours.Length..];
        var others = numbers.Select(n => n.VoiceUrl?.EndsWith(inbound, StringComparison.Ordinal) == true ? n.VoiceUrl[..^inbound.Length] : null).Distinct(StringComparer.Ordinal).ToList();
        return numbers.Count > 1 && others is [{ } other] && other.Length > 0 && other != ours
            && numbers.TrueForAll(n => n.StatusCallback == new Urls(other).Of(new Target(Route.Status))) ? other : null;
    }

    private static Diagnosis Told(string other, int numbers, Settings settings) => Diagnosis.Fail(
        Subject,
        $"the carrier sends the calls of all {numbers} numbers to {other}, and Twilio:PublicBaseUrl is {settings.Twilio.PublicBaseUrl}",
        $"If {other} leads here, set Twilio:PublicBaseUrl to it. If not, let the voice URL and the status callback of each number begin with {settings.Twilio.PublicBaseUrl.TrimEnd('/')}, letter by letter: signatures cover them.");

    /// <summary>What is wrong with several numbers in the same way is told once.</summary>
    private static IEnumerable<Diagnosis> Together(IEnumerable<(string Number, Diagnosis Wrong)> found, int all) =>
        found.GroupBy(f => f.Wrong).Select(g => g.Key with { Said = $"{Which([.. g.Select(f => f.Number)], all)}: {g.Key.Said}" });

    private static string Which(string[] numbers, int all) =>
        numbers.Length > 1 && numbers.Length == all ? $"each of the {all} numbers" : string.Join(", ", numbers);

    private static IEnumerable<Diagnosis> Wrong(OwnNumber number, Settings settings, bool elsewhere)
    {
        var urls = new Urls(settings.Twilio.PublicBaseUrl);
        var (voice, status) = (urls.Of(new Target(Route.Inbound)), urls.Of(new Target(Route.Status)));
        if (number.Application is { } application)
            yield return Diagnosis.Fail(Subject, $"its calls go to {application}, whatever its voice URL says", "Take the application or trunk off the number at the carrier.");
        if (!elsewhere && number.VoiceUrl != voice)
            yield return Diagnosis.Fail(Subject, $"its voice URL is {Shown(number.VoiceUrl)}", $"Set it to {voice}, letter by letter: signatures cover it.");
        if (number.VoiceMethod is not (null or "POST"))
            yield return Diagnosis.Warn(Subject, $"its voice URL is asked with {number.VoiceMethod}", "Set it to POST: with GET callers' numbers stand in URLs, and so in the logs of every proxy.");
        if (!elsewhere && number.StatusCallback != status)
            yield return Diagnosis.Fail(Subject, $"its status callback is {Shown(number.StatusCallback)}", $"Set it to {status}: without it the end of a call is learnt late.");
        if (number.FallbackUrl is null)
            yield return Diagnosis.Warn(Subject, $"it has no fallback URL, so callers hear an error when this service is away", "Serve Flows:FallbackFolder from another host and set the region's document there (docs/operating.md).");
        else if (IsOurs(number.FallbackUrl, settings))
            yield return Diagnosis.Fail(Subject, $"its fallback URL {number.FallbackUrl} is on this service's own host, which is away when it is needed", "Serve Flows:FallbackFolder from another host and network (docs/operating.md).");
    }

    /// <summary>The trunk is another server on the same machine.</summary>
    private static bool IsOurs(string url, Settings settings) =>
        Uri.TryCreate(url, UriKind.Absolute, out var fallback) && Uri.TryCreate(settings.Twilio.PublicBaseUrl, UriKind.Absolute, out var ours)
        && (settings.Mode == CarrierMode.Simulated ? fallback.Authority == ours.Authority : fallback.Host == ours.Host);

    private static string Shown(string? url) => url ?? "not set";

    private static FlowSet? InFolder(Settings settings) =>
        Directory.Exists(settings.FlowFolder) ? FlowLoader.Usable(FlowFolder.Read(settings.FlowFolder), new Findings()) : null;
}
