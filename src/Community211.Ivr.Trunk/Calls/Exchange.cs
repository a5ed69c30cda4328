using Community211.Ivr.Trunk.Faults;
using Community211.Ivr.Trunk.People;
using Community211.Ivr.Trunk.Time;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>The carrier as one thing: its account, its calls, queues and rooms, and the people at the far ends. Touched on the lane only.</summary>
internal sealed class Exchange
{
    private readonly Dictionary<string, Leg> legs = new(StringComparer.Ordinal);
    private readonly List<Leg> inOrder = [];
    private readonly Ids ids;
    private TrunkSettings? settings;

    public Exchange(TrunkTime time, TrunkLog log, WebhookSender sender, Media media, TrunkOptions options)
    {
        (Time, Log, Sender, Media, Started) = (time, log, sender, media, time.Now);
        ids = new Ids(time.Now);
        Faults = new FaultBook(time, log);
        Hooks = new Hooks(time, sender, ids, Faults);
        Documents = new Documents(Hooks);
        Life = new LegLife(this, new StatusCallbacks(Hooks));
        Queues = new Queues(this);
        Conferences = new Conferences(this);
        Recordings = new Recordings(this, options.Listen.TrimEnd('/'));
        Dialler = new Dialler(this);
        Line = new DialLine(this);
        Messages = new Messages(this);
        Phones = new Phones(this);
        People = new Folk(this);
    }

    public TrunkTime Time { get; }

    public DateTimeOffset Started { get; }

    public TrunkLog Log { get; }

    public WebhookSender Sender { get; }

    public Media Media { get; }

    public FaultBook Faults { get; }

    public Hooks Hooks { get; }

    public Documents Documents { get; }

    public LegLife Life { get; }

    public Queues Queues { get; }

    public Conferences Conferences { get; }

    public Recordings Recordings { get; }

    public Dialler Dialler { get; }

    public DialLine Line { get; }

    public Messages Messages { get; }

    public Folk People { get; }

    public Phones Phones { get; }

    public bool IsConfigured => settings is not null;

    public TrunkSettings Settings => settings ?? throw new InvalidOperationException("The trunk has no configuration yet.");

    public IReadOnlyList<Leg> Legs => inOrder;

    public Leg? Find(string sid) => legs.GetValueOrDefault(sid);

    public void Configure(TrunkSettings next)
    {
        settings = next;
        Sender.SignPort = next.SignPort;
        if (next.Faults is { } faults)
            Faults.Replace(faults, next.Seed);
    }

    /// <summary>A number with its changes, or a new one; counts from the next call on.</summary>
    public void Keep(TrunkNumber number) => Change(numbers => numbers.Exists(own => own.Number == number.Number)
        ? numbers.ConvertAll(own => own.Number == number.Number ? number : own)
        : [.. numbers, number]);

    public void Drop(TrunkNumber number) => Change(numbers => numbers.FindAll(own => own.Number != number.Number));

    public string NextId(string prefix) => ids.Next(prefix, settings?.Seed ?? 0);

    public void Add(Leg leg)
    {
        legs.Add(leg.Sid, leg);
        inOrder.Add(leg);
    }

    /// <summary>Random of its own for each leg, so that one leg's doings do not change another's.</summary>
    public Random NextRandom() => new(unchecked((Settings.Seed * 7919) + inOrder.Count));

    private void Change(Func<List<TrunkNumber>, List<TrunkNumber>> change) => settings = Settings with { Numbers = change([.. Settings.Numbers]) };

    public bool AnyFastCall => inOrder.Exists(leg => leg is { Direction: LegDirection.Inbound, IsOver: false, Clock.IsFast: true });
}
