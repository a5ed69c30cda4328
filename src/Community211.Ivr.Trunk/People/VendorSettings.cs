using Community211.Ivr.Trunk.Control;

namespace Community211.Ivr.Trunk.People;

/// <summary>An interpreters' vendor: a small menu by keys, then music, then an interpreter.</summary>
[Written("a vendor", """{"pin":"1234","languages":{"13":"Cantonese"}}""")]
internal sealed record VendorSettings
{
    /// <summary>Keys; asked after the account. Default: none is asked.</summary>
    public string? Pin { get; init; }

    /// <summary>Keys; asked first. Default: none is asked.</summary>
    public string? Account { get; init; }

    /// <summary>Codes by which languages are asked for, with their names.</summary>
    public IReadOnlyDictionary<string, string> Languages { get; init; } = new Dictionary<string, string>();

    /// <summary>Codes of languages for which nobody is free now.</summary>
    public IReadOnlyList<string> Refuses { get; init; } = [];

    /// <summary>Seconds of music before the interpreter comes. Default 5.</summary>
    public double Hold { get; init; } = 5;

    /// <summary>The music never ends. Default false.</summary>
    public bool MachineOnly { get; init; }

    /// <summary>Seconds after the answer at which the line is lost. Default: never.</summary>
    public double? DiesAfter { get; init; }

    /// <summary>What the interpreter says first; {language} is its name. Default "Interpreter 4711, {language}."</summary>
    public string Announces { get; init; } = "Interpreter 4711, {language}.";
}
