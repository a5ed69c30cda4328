using System.Globalization;
using System.Text.Json.Serialization;
using Community211.Ivr.Calls;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Community211.Ivr.Host.Observing.Describing;

/// <summary>Describes the admin, agent and supervisor API as OpenAPI, out of <see cref="ApiOperations"/>.</summary>
internal static class ApiDescription
{
    public const string Path = "/openapi/v1.json";

    public static void AddDescription(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.DefaultIgnoreCondition = CallJson.Options.DefaultIgnoreCondition;
            foreach (var converter in CallJson.Options.Converters.OfType<JsonStringEnumConverter>())
                json.SerializerOptions.Converters.Add(converter);
        });
        services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("voice/", StringComparison.Ordinal) == false;
            options.AddDocumentTransformer((document, _, _) => Head(document));
            options.AddOperationTransformer(Describe);
        });
    }

    private static Task Head(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo { Title = "Community211.Ivr", Version = "1", Description = "What operations staff, agents and supervisors ask of the service. Times are UTC; every refusal is an object with 'error', a sentence." };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        foreach (var (name, what) in ((string, string)[])[("admin", "The token that lies beside the database, in admin.token."), ("agent", "Made by 'ivr token agent AGENT'."), ("supervisor", "Made by 'ivr token supervisor REGION'.")])
            document.Components.SecuritySchemes[name] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = what };
        return Task.CompletedTask;
    }

    private static async Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        // As the document has it: without the kinds of its parameters.
        var path = "/" + context.Description.RelativePath!.Replace(":long", "", StringComparison.Ordinal);
        if (ApiOperations.All.GetValueOrDefault($"{context.Description.HttpMethod} {path}") is not { } said)
            return;
        var who = path.Split('/')[1];
        var guarded = who is "admin" or "agent" or "supervisor";
        operation.Summary = said.Summary;
        operation.OperationId = said.Key.Replace(' ', '-').Replace('/', '-').Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Replace("--", "-", StringComparison.Ordinal).ToLowerInvariant();
        operation.Tags = new HashSet<OpenApiTagReference> { new(who, context.Document) };
        if (said.Order is not null)
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = await Content("application/json", said.Order, context, stop) };
        operation.Responses = new OpenApiResponses { ["200"] = new OpenApiResponse { Description = "Done.", Content = await Content(said.Media, said.Answer, context, stop) } };
        foreach (var status in (guarded ? said.Problems.Append(401) : said.Problems).Order())
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse { Description = Meaning(status), Content = await Content("application/json", typeof(ApiProblem), context, stop) };
        if (guarded)
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(who, context.Document)] = [] }];
    }

    private static async Task<Dictionary<string, OpenApiMediaType>> Content(string media, Type? type, OpenApiOperationTransformerContext context, CancellationToken stop) => new(StringComparer.Ordinal)
    {
        [media] = new OpenApiMediaType
        {
            Schema = type is not null ? await Schema(type, context, stop) : new OpenApiSchema { Type = media == "application/json" ? JsonSchemaType.Object : JsonSchemaType.String },
        },
    };

    /// <summary>By name where it has one, so that each is described once.</summary>
    private static async Task<IOpenApiSchema> Schema(Type type, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        var schema = await context.GetOrCreateSchemaAsync(type, parameterDescription: null, stop);
        if (type.IsArray)
            return schema;
        context.Document!.AddComponent(type.Name, schema);
        return new OpenApiSchemaReference(type.Name, context.Document);
    }

    private static string Meaning(int status) => status switch
    {
        400 => "Not understood: the sentence says what is allowed.",
        401 => "The token is missing, wrong, expired or revoked.",
        403 => "Not with this token.",
        404 => "Not known.",
        409 => "The state has changed, or does not allow it.",
        410 => "Gone.",
        413 => "Too large.",
        422 => "The files have errors; 'findings' lists them.",
        _ => "Refused.",
    };
}
