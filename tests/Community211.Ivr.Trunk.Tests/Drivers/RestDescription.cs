using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;

namespace Community211.Ivr.Trunk.Tests.Drivers;

/// <summary>Twilio's own description of its REST API: every answer that a test gets is held to it, whatever the test is about.</summary>
public static class RestDescription
{
    private const string File = "tests/conformance/node_modules/@twilio/cli-core/src/services/twilio-api/twilio_api_v2010.json";
    private static readonly Lazy<JsonNode> Whole = new(Load);
    private static readonly Lazy<(Regex Pattern, string Path)[]> Paths = new(Templates);
    private static readonly Dictionary<string, JsonSchema> Schemas = new(StringComparer.Ordinal);
    private static readonly Lock Gate = new();

    public static void Check(string method, string path, int status, string body)
    {
        if (status >= 400)
        {
            CheckFailure(status, body);
            return;
        }
        if (path.Contains("/Recordings/", StringComparison.Ordinal) && !path.EndsWith(".json", StringComparison.Ordinal))
            return; // Media.
        var described = Paths.Value.FirstOrDefault(one => one.Pattern.IsMatch(path)).Path;
        Assert.True(described is not null, $"{path} is not in Twilio's description.");
        var response = Whole.Value["paths"]![described]![method.ToLowerInvariant()]?["responses"]?[status.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        Assert.True(response is not null, $"Twilio's description has no {status} for {method} {described}.");
        if (response["content"]?["application/json"]?["schema"] is not { } schema)
        {
            Assert.Equal("", body);
            return;
        }
        var errors = SchemaOf($"{method} {described} {status}", schema).Validate(body);
        Assert.True(errors.Count == 0, $"{method} {path} {status}: {string.Join("; ", errors.Select(error => error.ToString()))}\n{body}");
    }

    /// <summary>"4xx bodies are not in it: check code, message, more_info, status by hand."</summary>
    private static void CheckFailure(int status, string body)
    {
        var told = JsonNode.Parse(body)!.AsObject();
        Assert.Equal(["code", "message", "more_info", "status"], told.Select(field => field.Key).Order());
        Assert.Equal(status, (int)told["status"]!);
        Assert.Equal($"https://www.twilio.com/docs/errors/{(int)told["code"]!}", (string?)told["more_info"]);
        Assert.NotEqual("", (string)told["message"]!);
    }

    private static JsonSchema SchemaOf(string name, JsonNode schema)
    {
        lock (Gate)
        {
            if (!Schemas.TryGetValue(name, out var known))
            {
                var plain = OpenApiSchemas.ToJsonSchema(schema, Whole.Value["components"]!["schemas"]!);
                known = Schemas[name] = JsonSchema.FromJsonAsync(plain.ToJsonString()).GetAwaiter().GetResult();
            }
            return known;
        }
    }

    private static JsonNode Load()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!System.IO.File.Exists(Path.Combine(folder.FullName, "Community211.Ivr.sln")))
                continue;
            var file = Path.Combine(folder.FullName, File);
            Assert.True(System.IO.File.Exists(file), $"{File} is missing: run bash tests/run.sh once, which installs it.");
            return JsonNode.Parse(System.IO.File.ReadAllText(file))!;
        }
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    private static (Regex, string)[] Templates() =>
    [
        .. Whole.Value["paths"]!.AsObject()
            .Select(one => one.Key)
            .OrderBy(path => path.Count(letter => letter == '{'))
            .Select(path => (new Regex("^" + Regex.Replace(Regex.Escape(path), @"\\\{[^}]*}", "[^/]+") + "$"), path)),
    ];
}
