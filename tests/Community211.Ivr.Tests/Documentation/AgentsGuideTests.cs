using System.Text.RegularExpressions;
using Community211.Ivr.Calls;
using Community211.Ivr.Tests.Publishing;
using Microsoft.AspNetCore.Routing;

namespace Community211.Ivr.Tests.Documentation;

/// <summary>docs/agents.md names the endpoints that there are, each with a line that calls it, and every alert.</summary>
public sealed partial class AgentsGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "agents.md"));

    [Fact]
    public async Task Endpoints_OfStaff_AreListedAndNoOthers()
    {
        await using var service = await PublishingService.Started();
        Assert.Equal(Mapped(service).Order(StringComparer.Ordinal), Listed().Matches(Guide).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Endpoints_OfStaff_AreEachCalledOnce()
    {
        await using var service = await PublishingService.Started();
        var called = Called().Matches(Guide).Select(m => (Method: Method(m.Value), Path: m.Groups[1].Value)).ToList();
        Assert.All(Mapped(service), endpoint => Assert.True(called.Any(c => c.Method == endpoint.Split(' ')[0] && Pattern(endpoint.Split(' ')[1]).IsMatch(c.Path)), $"No curl line calls {endpoint}."));
    }

    [Fact]
    public void Alerts_AllKinds_AreExplained() => Assert.All(
        Enum.GetValues<AlertKind>(), kind => Assert.Contains($"`{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString())}`", Guide, StringComparison.Ordinal));

    private static IEnumerable<string> Mapped(PublishingService service) => service.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Select(e => (Path: $"/{e.RoutePattern.RawText!.Trim('/')}", Methods: e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []))
        .Where(e => e.Path.StartsWith("/agent/", StringComparison.Ordinal) || e.Path.StartsWith("/supervisor/", StringComparison.Ordinal) || e.Path is "/admin/audit" || e.Path.StartsWith("/admin/tokens", StringComparison.Ordinal))
        .SelectMany(e => e.Methods.Select(m => $"{m} {e.Path.Replace(":long", "", StringComparison.Ordinal)}"));

    private static string Method(string line) =>
        line.Contains("-X DELETE", StringComparison.Ordinal) ? "DELETE" : line.Contains("-X POST", StringComparison.Ordinal) || line.Contains(" -d ", StringComparison.Ordinal) ? "POST" : "GET";

    private static Regex Pattern(string path) => new($"^{Regex.Replace(path, @"\{[^}]+\}", "[^/]+")}$");

    [GeneratedRegex(@"^\| `(GET|POST|DELETE) (/[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Listed();

    [GeneratedRegex(@"^curl .*\$IVR(/[^\s""?]+).*$", RegexOptions.Multiline)]
    private static partial Regex Called();
}
