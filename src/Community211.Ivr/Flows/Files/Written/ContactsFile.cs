using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary><c>contacts.yaml</c>.</summary>
[Description("Ten-digit lines outside our floor, and what the service does about the service codes.")]
public sealed record ContactsFile
{
    [Description("The version of this form: 1.")]
    [Range(1, 1)]
    public int Format { get; init; }

    [Description("All eight service codes. None is ever dialled by us.")]
    [Names(Patterns.ServiceCode)]
    public required IReadOnlyDictionary<string, ServiceCodeFile> N11 { get; init; }

    [Description("The lines, by id.")]
    public required IReadOnlyDictionary<string, ContactFile> Contacts { get; init; }
}

/// <summary>What the service does about a code.</summary>
public sealed record ServiceCodeFile
{
    [Description("here: we are it. tell: callers dial it themselves. contact: a specialist may bring in a line of this file. nothing: for the reason under 'why'.")]
    [AllowedValues("here", "tell", "contact", "nothing")]
    public required string Does { get; init; }

    [Description("The line, with 'does: contact'.")]
    public string? Contact { get; init; }

    [Description("The reason, with 'does: nothing'.")]
    public string? Why { get; init; }

    [Description("Its name, by language.")]
    public required IReadOnlyDictionary<string, string> Name { get; init; }

    [Description("What a specialist should know, by language.")]
    public IReadOnlyDictionary<string, string>? Notes { get; init; }
}
