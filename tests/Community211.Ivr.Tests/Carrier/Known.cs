using System.Collections.Immutable;
using Community211.Ivr.Carrier;
using Community211.Ivr.Languages;

namespace Community211.Ivr.Tests.Carrier;

/// <summary>Names and numbers that the carrier's tests share.</summary>
internal static class Known
{
    public const string Account = "AC00000000000000000000000000000211";
    public const string Caller = "CA0000000000000000000000000000000a";
    public const string Leg = "CA0000000000000000000000000000000B";
    public const string Base = "https://ivr.example.org";

    public static readonly Urls Urls = new(Base);

    public static readonly ImmutableDictionary<string, Language> Languages = new Language[]
    {
        new("en", "en-CA", "Polly.Joanna-Neural", ImmutableDictionary<string, string>.Empty),
        new("fr", "fr-CA", "Polly.Gabrielle-Neural", ImmutableDictionary<string, string>.Empty),
        new("iu", "iu-CA", null, ImmutableDictionary<string, string>.Empty),
    }.ToImmutableDictionary(language => language.Id);

    public static TwilioOptions Options(string publicBaseUrl = Base) => new()
    {
        AccountSid = Account,
        AuthToken = "12345",
        PublicBaseUrl = publicBaseUrl,
        ApiBaseUrl = "http://127.0.0.1:5212",
    };
}
