namespace Community211.Ivr.Flows.Examples;

/// <summary>One thing that a caller does, or that happens to them.</summary>
/// <param name="Kind">What.</param>
/// <param name="Value">Keys (0-9, * and #) or words; empty otherwise.</param>
public sealed record Doing(DoingKind Kind, string Value = "")
{
    public static readonly Doing Silence = new(DoingKind.Silence);

    public static readonly Doing Hear = new(DoingKind.Hear);

    public override string ToString() => Kind switch
    {
        DoingKind.Press => $"presses {Value}",
        DoingKind.Say => $"says \"{Value}\"",
        DoingKind.Person => "a person answers",
        DoingKind.HangUp => "hangs up",
        DoingKind.Hear => "listens",
        _ => "is silent",
    };
}

/// <summary>Kinds of doing.</summary>
public enum DoingKind
{
    /// <summary>Says and presses nothing while something is asked.</summary>
    Silence,

    /// <summary>Hears one message to its end, whether it asks something or not.</summary>
    Hear,

    /// <summary>Presses keys, when something is asked; a key that always works also during any message.</summary>
    Press,

    /// <summary>Says words, when something is asked.</summary>
    Say,

    /// <summary>A person answers, in line or after a transfer, and the talk ends with the caller still there.</summary>
    Person,

    /// <summary>The caller hangs up.</summary>
    HangUp,
}
