using System.Collections.Immutable;
using Community211.Ivr.Files;

namespace Community211.Ivr.Places;

/// <summary><c>contacts.yaml</c> as it was read, with the places that checks against other files point at.</summary>
/// <param name="Contacts">By id.</param>
/// <param name="Codes">The N11 codes, by code.</param>
/// <param name="Where">By contact id.</param>
public sealed record ContactsFile(
    ImmutableDictionary<string, Contact> Contacts,
    ImmutableDictionary<string, ServiceCode> Codes,
    ImmutableDictionary<string, ContactPlaces> Where);

/// <summary>Where the parts of a contact stand.</summary>
public sealed record ContactPlaces(Place Name, Place Number, ImmutableArray<TextNode> Areas);
