using System.Text.RegularExpressions;
using Community211.Ivr.EndToEnd.Tests.Drivers;

namespace Community211.Ivr.EndToEnd.Tests.Observing;

/// <summary><c>/metrics</c> of a running service, scraped before and after calls.</summary>
public sealed partial class MetricsTests
{
    [Fact]
    public async Task Metrics_AfterCalls_CountThemAndStayPrometheusFormat()
    {
        await using var service = await ServiceUnderTest.Started(("Calls__WrapUpSeconds", "0"));
        var before = await Scrape(service);
        Assert.Equal((0, 0), (before.Sum("ivr_calls_started_total"), before.Sum("ivr_calls_ended_total", ("outcome", "answered"))));

        Assert.Equal(0, (await service.Call("--from", "+14162030123", "--press", "9", "--fast")).Code);
        Assert.Equal(0, (await service.Call("--from", "+14162030124", "--hang-up-after", "1s")).Code);

        var after = await Patience.Until(() => Scrape(service), m => m.Sum("ivr_calls_ended_total") >= 2, "Two calls that ended");
        Assert.Equal((2, 1, 1), (after.Sum("ivr_calls_started_total"), after.Sum("ivr_calls_ended_total", ("outcome", "answered")), after.Sum("ivr_calls_ended_total", ("outcome", "left-before-line"))));
        Assert.Equal(1, after.Sum("ivr_offers_ended_total", ("end", "accepted")));
        Assert.Equal(after.Sum("ivr_offers_made_total"), after.Sum("ivr_offers_ended_total"));
        Assert.Equal(1, after.Sum("ivr_answer_wait_seconds_count", ("priority", "crisis")));
        Assert.Equal(2, after.Sum("ivr_webhook_duration_seconds_count", ("route", "/voice/inbound"), ("status", "200")));
        Assert.True(after.Sum("ivr_carrier_request_duration_seconds_count", ("request", "dial-agent"), ("outcome", "done")) >= 1);
        Assert.True(after.Sum("ivr_match_duration_seconds_count") >= 1);
        Assert.Equal((0, 0), (after.Sum("ivr_match_inversions_total"), after.Sum("ivr_store_failures_total")));
        Assert.Equal((0, 1), (after.Sum("ivr_callers_waiting"), after.Sum("ivr_floor_seen")));
        Assert.Equal(3, after.Sum("ivr_agents", ("region", "toronto")));
        Assert.Equal(1, after.Sum("ivr_crisis_service_level_ratio", ("region", "province"), ("span", "today"), ("within", "90")));
        Assert.Equal("15", after.Samples.Where(s => s.Name == "ivr_webhook_duration_seconds_bucket" && s.Labels["le"] != "+Inf").Max(s => double.Parse(s.Labels["le"], System.Globalization.CultureInfo.InvariantCulture)).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Labels name what is configured; nothing in them grows with the calls, and nobody is in them.</summary>
    [Fact]
    public async Task Metrics_AfterACall_NameNobodyAndNoCall()
    {
        await using var service = await ServiceUnderTest.Started();
        await service.Call("--from", "+14162030123", "--fast");
        var text = await service.Http.GetStringAsync("metrics", TestContext.Current.CancellationToken);
        Assert.DoesNotMatch(Sid(), text);
        Assert.DoesNotContain("+1416", text, StringComparison.Ordinal);
        Assert.Equal(["calendar", "end", "le", "outcome", "phase", "priority", "publication", "region", "request", "revision", "route", "span", "status", "to", "within"],
            Exposition.Read(text).Samples.Where(s => s.Name.StartsWith("ivr_", StringComparison.Ordinal)).SelectMany(s => s.Labels.Keys).Where(l => !l.StartsWith("otel_", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Each metric of ours is explained in docs/metrics.md, and nothing else is.</summary>
    [Fact]
    public async Task Metrics_OfAService_AreThoseOfTheDocumentation()
    {
        await using var service = await ServiceUnderTest.Started();
        await service.Call("--from", "+14162030123", "--press", "9", "--fast");
        var documented = Documented().Matches(await File.ReadAllTextAsync(Path.Combine(Built.Root, "docs", "metrics.md"), TestContext.Current.CancellationToken)).Select(m => m.Groups[1].Value).Distinct();
        var served = (await Scrape(service)).Types.Keys.Where(n => n.StartsWith("ivr_", StringComparison.Ordinal));
        // A time of a refusal, or a foreseen wait, is there only when there is one.
        Assert.Equal(documented.Except(["ivr_flow_last_refusal_timestamp_seconds", "ivr_foreseen_wait_seconds"]).Order(StringComparer.Ordinal), served.Order(StringComparer.Ordinal));
    }

    private static async Task<Exposition> Scrape(ServiceUnderTest service) => Exposition.Read(await service.Http.GetStringAsync("metrics", TestContext.Current.CancellationToken));

    [GeneratedRegex("(CA|QU|CF|AC)[0-9a-f]{32}")]
    private static partial Regex Sid();

    [GeneratedRegex(@"^\| `(ivr_[a-z_]+)", RegexOptions.Multiline)]
    private static partial Regex Documented();
}
