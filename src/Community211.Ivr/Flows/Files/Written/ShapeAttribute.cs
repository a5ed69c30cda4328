using System.Diagnostics.CodeAnalysis;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary>A value that may be written in several shapes, as JSON Schema.</summary>
/// <param name="schema">The schema, without title and description.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ShapeAttribute([StringSyntax(StringSyntaxAttribute.Json)] string schema) : Attribute
{
    /// <summary>Hours of a day: a range, ranges, or 'closed'.</summary>
    public const string Hours = """{ "anyOf": [{ "type": "string", "pattern": "^(closed|[0-9]{1,2}:[0-9]{2} ?- ?[0-9]{1,2}:[0-9]{2})$" }, { "type": "array", "items": { "type": "string", "pattern": "^[0-9]{1,2}:[0-9]{2} ?- ?[0-9]{1,2}:[0-9]{2}$" } }] }""";

    public string Schema => schema;
}
