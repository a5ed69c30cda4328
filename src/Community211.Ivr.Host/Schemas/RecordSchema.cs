using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Community211.Ivr.Flows.Files.Written;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Host.Schemas;

/// <summary>The schema of a record as people write it: names in kebab case, fields by its properties, the rest by their attributes.</summary>
internal static class RecordSchema
{
    private static readonly JsonSerializerOptions Names = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly JsonSchemaExporterOptions Exporter = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = (context, node) => Transform(context, node) };

    public static JsonNode Of(Type type) => Names.GetJsonSchemaAsNode(type, Exporter);

    private static JsonObject Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        var schema = node as JsonObject ?? [];
        var type = context.TypeInfo.Type;
        if (type == typeof(IStepFile))
            schema = new JsonObject { ["anyOf"] = new JsonArray([.. Words.All.Select(w => Of(w.Written))]) };
        else if (type == typeof(IReadOnlyList<string>))
            schema = new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } }) };
        else if (schema["type"] is JsonArray types)
            schema["type"] = types.Select(t => t!.GetValue<string>()).First(t => t != "null");
        return context.PropertyInfo?.AttributeProvider is { } property
            ? OfProperty(property, schema)
            : Described(type, schema);
    }

    private static JsonObject OfProperty(ICustomAttributeProvider property, JsonObject schema)
    {
        var shape = Find<ShapeAttribute>(property) is { } written ? JsonNode.Parse(written.Schema)!.AsObject() : null;
        if (Find<NamesAttribute>(property) is { } names)
        {
            var value = shape ?? schema["additionalProperties"]?.DeepClone() ?? new JsonObject();
            schema = new JsonObject { ["type"] = "object", ["patternProperties"] = new JsonObject { [names.Pattern] = value }, ["additionalProperties"] = false };
        }
        else if (shape is not null)
        {
            schema = shape;
        }
        if (Find<RegularExpressionAttribute>(property) is { } pattern)
            schema["pattern"] = pattern.Pattern;
        if (Find<AllowedValuesAttribute>(property) is { } allowed)
            schema["enum"] = new JsonArray([.. allowed.Values.Select(v => JsonValue.Create((string?)v))]);
        if (Find<RangeAttribute>(property) is { } range)
            (schema["minimum"], schema["maximum"]) = ((int)range.Minimum, (int)range.Maximum);
        return Described(property, schema);
    }

    /// <summary>The description comes first: that is what a reader of the schema looks for.</summary>
    private static JsonObject Described(ICustomAttributeProvider from, JsonObject schema)
    {
        if (Find<DescriptionAttribute>(from) is not { } description)
            return schema;
        schema.Remove("description");
        schema.Insert(0, "description", description.Description);
        return schema;
    }

    private static T? Find<T>(ICustomAttributeProvider from)
        where T : Attribute => from.GetCustomAttributes(typeof(T), inherit: true).OfType<T>().FirstOrDefault();
}
