namespace Community211.Ivr.Tests.Flows;

/// <summary>Mistakes in the files around a flow.</summary>
internal static class MistakesAround
{
    private const string Places = "places.yaml";
    private const string Contacts = "contacts.yaml";
    private const string Calendars = "calendars.yaml";
    private const string Needs = "needs.yaml";
    private const string Findhelp = "    partner: \"Findhelp Information Services\"\n";
    private const string Peel = "    partner: \"Region of Peel\"\n";

    private static readonly Edit[] Nights =
    [
        new(Places, "  line: \"+14375550190\"\n", "  line: \"+14375550190\"\n  hours: interpreter-days\n"),
        new(Places, Findhelp, Findhelp + "    hours: interpreter-days\n"),
    ];

    public static readonly Mistake[] All =
    [
        new("An N11 code as a contact", "n11-as-number", Contacts, "number: \"911\"", "ten-digit", [new(Contacts, "\"+14165550150\"", "\"911\"")], [new(Contacts, "number: \"911\"", "number: \"+14165550150\"")]),
        new("A number one digit short", "not-ten-digit", Contacts, "\"+1416555015\"", "+14165550150", [new(Contacts, "\"+14165550150\"", "\"+1416555015\"")], [new(Contacts, "\"+1416555015\"", "\"+14165550150\"")]),
        new("A contact that is not there", "unknown-contact", Contacts, "contact: helth-line", "'health-line'", [new(Contacts, "contact: health-line", "contact: helth-line")], [new(Contacts, "helth-line", "health-line")]),
        new("A holiday's rule is mistyped", "unknown-holiday-rule", Calendars, "third munday", "third monday of february", [new(Calendars, "third monday", "third munday")], [new(Calendars, "third munday", "third monday")]),
        new("The set of holidays is mistyped", "unknown-holidays", Calendars, "{ onatrio: [] }", "'ontario'", [new(Calendars, "{ ontario: [] }", "{ onatrio: [] }")], [new(Calendars, "onatrio", "ontario")]),
        new("Holidays are missed", "holiday-missed", Calendars, "weekly: { monday-friday", "holidays: { ontario: [] }", [new(Calendars, "    holidays: { ontario: [] }\n", "")], [new(Calendars, "sunday: [] }\n", "sunday: [] }\n    holidays: { ontario: [] }\n")]),
        new("A day of the week is missed", "calendar-gap", Calendars, "weekly: { monday-friday", "sunday: []", [new(Calendars, ", sunday: [] }", " }")], [new(Calendars, "[\"10:00-16:00\"] }", "[\"10:00-16:00\"], sunday: [] }")]),
        new("Hours the wrong way round", "hours-backwards", Calendars, "20:00-19:00", "earlier time first", [new(Calendars, "09:00-20:00", "20:00-19:00")], [new(Calendars, "20:00-19:00", "09:00-20:00")]),
        new("Everyone is closed at night", "queue-closes", "ontario.yaml", "queue: { region: 0s, province: 60s }", "'central-east: 60s'", Nights, [new("ontario.yaml", "province: 60s }", "province: 60s, central-east: 60s }"), new("ontario.yaml", "province: 0s, distress: 3m }", "province: 0s, central-east: 0s, distress: 3m }")]),
        new("A region went into one that had ended", "taken-over-by-ended", Places, "  dufferin-peel:\n", "answers now", [new(Places, Findhelp, Findhelp + "    until: 2027-03-31\n    into: east\n"), new(Places, Peel, Peel + "    until: 2028-03-31\n    into: toronto\n")], [new(Places, "    until: 2028-03-31\n    into: toronto\n", "    until: 2028-03-31\n    into: east\n")]),
        new("Two agents with one number", "agent-number-twice", Places, "id: toronto-2", "number of their own", [new(Places, "+14165550172", "+14165550171")], [new(Places, "id: toronto-2, number: \"+14165550171\"", "id: toronto-2, number: \"+14165550172\"")]),
        new("An agent copied with the id", "agent-twice", Places, "number: \"+14165550172\"", "id of their own", [new(Places, "id: toronto-2", "id: toronto-1")], [new(Places, "id: toronto-1, number: \"+14165550172\"", "id: toronto-2, number: \"+14165550172\"")]),
        new("A number dialled in two regions", "number-twice", Places, "dialled: [\"+14165550100\"]\n    line: \"+19055550190\"", "one region", [new(Places, "\"+19055550100\"", "\"+14165550100\"")], [new(Places, "partner: \"Region of Peel\"\n    from: 2012-01-01\n    dialled: [\"+14165550100\"]", "partner: \"Region of Peel\"\n    from: 2012-01-01\n    dialled: [\"+19055550100\"]")]),
        new("An urgency that there is not", "unknown-urgency", Needs, "urgency: high", "urgent", [new(Needs, "    urgency: urgent\n", "    urgency: high\n")], [new(Needs, "urgency: high", "urgency: urgent")]),
        new("An interpreter's language that is not known", "unknown-language", "interpreters.yaml", "sp: \"11\"", "correct it", [new("interpreters.yaml", "es: \"11\"", "sp: \"11\"")], [new("interpreters.yaml", "sp: \"11\"", "es: \"11\"")]),
        new("A postal area in a region that is not there", "unknown-region", "fsa.csv", "K0B,est", "places.yaml", [new("fsa.csv", "K0B,east", "K0B,est")], [new("fsa.csv", "K0B,est", "K0B,east")]),
    ];
}
