using System.Collections.Immutable;

namespace Community211.Ivr.Places;

/// <summary>The telephone interpreters of <c>interpreters.yaml</c>.</summary>
/// <param name="Vendors">In the order in which they are tried.</param>
public sealed record InterpretersModel(ImmutableArray<InterpreterVendor> Vendors)
{
    /// <summary>Those who interpret a language, first choice first; whether they are open is the calendar's word.</summary>
    public ImmutableArray<InterpreterVendor> For(string language) => [.. Vendors.Where(v => v.Languages.ContainsKey(language))];
}

/// <summary>A vendor of telephone interpreting: rung on a ten-digit number, led by keys to a language.</summary>
/// <param name="Id">For instance <c>first</c>.</param>
/// <param name="Name">As staff know it.</param>
/// <param name="Number">E.164, ten digits.</param>
/// <param name="Order">1 is tried first.</param>
/// <param name="Hours">Id of the calendar that says when somebody answers.</param>
/// <param name="Script">What is done after the vendor answered.</param>
/// <param name="ConnectedBy">How we know that an interpreter is there.</param>
/// <param name="Languages">The vendor's own code of each language, by our language id.</param>
public sealed record InterpreterVendor(
    string Id,
    string Name,
    string Number,
    int Order,
    string Hours,
    ImmutableArray<DialAction> Script,
    InterpreterSignal ConnectedBy,
    ImmutableDictionary<string, string> Languages)
{
    /// <summary>In <c>press</c>: the vendor's code of the caller's language.</summary>
    public const string LanguageName = "language";

    /// <summary>Names of the secrets, from configuration, that the script presses.</summary>
    public ImmutableArray<string> Secrets => [.. Script.SelectMany(a => a.Names).Where(n => n != LanguageName).Distinct(StringComparer.Ordinal)];
}

/// <summary>How an interpreter is known to be there.</summary>
public enum InterpreterSignal
{
    /// <summary>The interpreter presses 1 after our whisper.</summary>
    Key,

    /// <summary>The vendor announces a number; whoever hears it, the specialist, says so.</summary>
    Announcement,
}
