namespace Community211.Ivr.Trunk.Faults;

/// <summary>How faults are written, and which of them strike where.</summary>
internal static class FaultWords
{
    private static readonly (string Word, FaultWhat What)[] OfWebhooks =
    [
        ("delay", FaultWhat.Delay), ("duplicate", FaultWhat.Duplicate), ("reorder", FaultWhat.Reorder), ("drop-request", FaultWhat.DropRequest),
        ("drop-response", FaultWhat.DropResponse), ("reset", FaultWhat.Reset), ("status", FaultWhat.Status), ("status-after", FaultWhat.StatusAfter),
    ];

    private static readonly (string Word, FaultWhat What)[] OfRest =
    [
        ("slow", FaultWhat.Slow), ("429", FaultWhat.TooMany), ("5xx", FaultWhat.ServerError), ("5xx-after", FaultWhat.ServerErrorAfter),
        ("drop-response", FaultWhat.DropResponse),
    ];

    private static readonly (string Word, FaultOn On, (string Word, FaultWhat What)[] Whats)[] All =
    [
        ("webhook", FaultOn.Webhook, OfWebhooks),
        ("status", FaultOn.Status, OfWebhooks),
        ("rest", FaultOn.Rest, OfRest),
        ("leg", FaultOn.Leg, [("drop", FaultWhat.Drop)]),
        ("carrier", FaultOn.Carrier, [("away", FaultWhat.Away)]),
    ];

    public static string Ons => string.Join(", ", All.Select(one => one.Word));

    public static FaultOn? On(string? word) => All.Where(one => one.Word == word).Select(one => (FaultOn?)one.On).FirstOrDefault();

    public static string Whats(FaultOn on) => string.Join(", ", Of(on).Select(one => one.Word));

    public static FaultWhat? What(FaultOn on, string? word) => Of(on).Where(one => one.Word == word).Select(one => (FaultWhat?)one.What).FirstOrDefault();

    public static string Word(this FaultOn on) => All.First(one => one.On == on).Word;

    public static string Word(this FaultWhat what) => All.SelectMany(one => one.Whats).First(one => one.What == what).Word;

    private static (string Word, FaultWhat What)[] Of(FaultOn on) => All.First(one => one.On == on).Whats;
}
