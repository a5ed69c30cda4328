using System.Text.Json;
using Community211.Ivr.Host;
using Community211.Ivr.Host.Observing.Describing;
using Community211.Ivr.Tests.Publishing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;

namespace Community211.Ivr.Tests.Staff;

/// <summary>The description of the API says what the service has, all of it and nothing else.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public async Task Description_OfTheService_HasEveryEndpointOutsideVoiceAndNoOther()
    {
        await using var service = await PublishingService.Started();
        await using var app = ServiceApp.Build(service.Settings, new ConfigurationBuilder().Build(), service.Clock);
        var mapped = ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(m => $"{m} {Path(e)}"))
            .Where(e => !e.Contains("/voice/", StringComparison.Ordinal) && e is not ("ANY /metrics" or "GET /openapi/v1.json"));
        var described = Operations(await Document(service)).Select(o => o.Key);
        Assert.Equal(mapped.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
        Assert.Equal(mapped.Order(StringComparer.Ordinal), ApiOperations.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Operation_OfTheDescription_SaysWhatItIsForWhoMayAndWhatIsAnswered()
    {
        await using var service = await PublishingService.Started();
        var document = await Document(service);
        var schemes = document.GetProperty("components").GetProperty("securitySchemes").EnumerateObject().Select(s => s.Name).ToList();
        Assert.Equal(["admin", "agent", "supervisor"], schemes.Order(StringComparer.Ordinal));
        foreach (var (key, operation) in Operations(document))
        {
            Assert.True(operation.TryGetProperty("summary", out var summary) && summary.GetString()!.EndsWith('.'), $"{key} has no summary");
            Assert.True(operation.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().Single().Value.TryGetProperty("schema", out _), $"{key} has no answer");
            var who = key.Split(' ')[1].Split('/')[1];
            if (!schemes.Contains(who))
                continue;
            Assert.Equal(who, operation.GetProperty("security")[0].EnumerateObject().Single().Name);
            var refused = operation.GetProperty("responses").GetProperty("401").GetProperty("content").GetProperty("application/json").GetProperty("schema");
            Assert.Equal("#/components/schemas/ApiProblem", refused.GetProperty("$ref").GetString());
        }
        Assert.True(document.GetProperty("components").GetProperty("schemas").GetProperty("ApiProblem").GetProperty("properties").TryGetProperty("error", out _));
    }

    [Fact]
    public async Task Schema_OfAnAnswer_NamesWhatIsAnswered()
    {
        await using var shift = await Shift.Offering();
        var live = (await shift.Service.Send(HttpMethod.Get, "admin/live")).Said.GetProperty("province");
        var schemas = (await Document(shift.Service)).GetProperty("components").GetProperty("schemas");
        var described = schemas.GetProperty("LiveFigures").GetProperty("properties").GetProperty("province").GetProperty("properties").EnumerateObject().Select(p => p.Name).ToList();
        Assert.Empty(live.EnumerateObject().Select(p => p.Name).Except(described));
        Assert.Contains("wrap-up", schemas.GetProperty("DeskView").GetProperty("properties").GetProperty("state").GetProperty("enum").EnumerateArray().Select(v => v.GetString()));
    }

    private static async Task<JsonElement> Document(PublishingService service) => (await service.Send(HttpMethod.Get, "openapi/v1.json")).Said;

    private static IEnumerable<(string Key, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        where method.Name is "get" or "post" or "put" or "delete" or "patch"
        select ($"{method.Name.ToUpperInvariant()} {path.Name}", method.Value);

    /// <summary>Without the kinds of its parameters.</summary>
    private static string Path(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace(":long", "", StringComparison.Ordinal);
}
