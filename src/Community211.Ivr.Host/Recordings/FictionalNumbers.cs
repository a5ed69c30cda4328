using System.Text.RegularExpressions;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Places;

namespace Community211.Ivr.Host.Recordings;

/// <summary>
/// Makes callers' numbers fictional before a recording leaves the service: the exchange is kept, since it says the region; the line
/// becomes 01xx. Our own numbers, agents' and contacts' are configuration and stay. Of a postal code only the area is kept.
/// </summary>
internal static partial class FictionalNumbers
{
    public static Recording In(Recording recording, PlacesModel places)
    {
        var forms = recording.Webhooks.SelectMany(w => w.Form.Concat(UrlFields.Read(w.Url)));
        var book = new NumberBook(
            Own(recording, places),
            NorthAmerican().Matches(CallJson.Write(recording)).Select(m => m.Groups[1].Value).Concat(forms.Where(IsNumber).Select(f => National(f.Value)).OfType<string>()));
        KeyValuePair<string, string> Field(KeyValuePair<string, string> field) => KeyValuePair.Create(field.Key, Value(field, book));
        RecordedWebhook Webhook(RecordedWebhook webhook) => webhook with
        {
            Url = UrlFields.Change(webhook.Url, Field),
            Form = [.. webhook.Form.Where(f => f.Key is not "StirPassportToken").Select(Field)],
            Response = Text(webhook.Response, book),
        };
        return recording with { Webhooks = [.. recording.Webhooks.Select(Webhook)] };
    }

    private static IEnumerable<string> Own(Recording recording, PlacesModel places) => places.Regions.Values.Append(places.Pool)
        .SelectMany(r => r.Dialled.Append(r.Line).Concat(r.Agents.Select(a => a.Number)))
        .Concat(places.Contacts.Values.Select(c => c.Number))
        .Concat(recording.Floor.Select(a => a.State.Number))
        .Concat(recording.Outside.Select(o => o.Request).OfType<DialAgent>().Select(d => d.Number));

    private static bool IsNumber(KeyValuePair<string, string> field) => field.Key is "From" or "Caller" or "ForwardedFrom" or "CalledVia" or "To" or "Called";

    private static string Value(KeyValuePair<string, string> field, NumberBook book) => field switch
    {
        { Value: "" } => "",
        { Key: "CallerName" } => "CALLER",
        { Key: var key } when key.StartsWith("SipHeader_", StringComparison.Ordinal) => "",
        { Key: "Digits", Value.Length: 6 } => string.Concat(field.Value.AsSpan(0, 3), "000"),
        _ when IsNumber(field) => Number(field.Value, book),
        _ => PostalCode().Replace(Text(field.Value, book), "$1 1A1"),
    };

    private static string Number(string value, NumberBook book)
    {
        if (National(value) is { } national)
            return value.Replace(national, book.Fictional(national), StringComparison.Ordinal);
        if (Address().Match(value) is { Success: true } address)
            return $"{address.Groups[1].Value}:caller@example.invalid";
        var digits = LongDigits().Match(value);
        return digits.Success ? $"{digits.Groups[1].Value}{new string('0', digits.Groups[2].Length)}" : value;
    }

    /// <summary>Ten digits, if the text is a North American number with or without its +1.</summary>
    private static string? National(string value) => Ten().Match(value) is { Success: true } ten ? ten.Groups[1].Value : null;

    private static string Text(string text, NumberBook book) =>
        Address().Replace(
            book.Originals.Aggregate(text, (t, number) => t.Contains(number, StringComparison.Ordinal)
                ? Regex.Replace(t, $"(?<![2-9A-Za-z]|[0-9]{{2}}){number}(?![0-9A-Za-z])", book.Fictional(number))
                : t),
            "$1:caller@example.invalid");

    [GeneratedRegex(@"(?<![0-9A-Za-z])(?:\+|%2[Bb])1([0-9]{10})(?![0-9])")]
    private static partial Regex NorthAmerican();

    [GeneratedRegex(@"^\+?1?([2-9][0-9]{9})$")]
    private static partial Regex Ten();

    [GeneratedRegex(@"\b(sips?|client):[^\s""<>@;]+(?:@[^\s""<>;]+)?")]
    private static partial Regex Address();

    /// <summary>Numbers that are no North American ones.</summary>
    [GeneratedRegex(@"^(\+?[0-9]{6})([0-9]+)$")]
    private static partial Regex LongDigits();

    [GeneratedRegex(@"\b([A-Za-z][0-9][A-Za-z])[ -]?[0-9][A-Za-z][0-9]\b")]
    private static partial Regex PostalCode();
}
