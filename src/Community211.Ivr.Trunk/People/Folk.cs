using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.People;

/// <summary>Who is behind which number; whoever is not named here is an agent.</summary>
internal sealed class Folk(Exchange exchange)
{
    private static readonly PersonSettings Agent = new();
    private readonly SortedDictionary<string, PersonSettings> changed = new(StringComparer.Ordinal);
    private readonly List<(Leg Call, CallPeople People)> during = [];
    private readonly Dictionary<string, PersonSettings> callers = new(StringComparer.Ordinal);
    private readonly UsedLines used = new();

    public IReadOnlyDictionary<string, PersonSettings> Changed => changed;

    public IPerson Behind(string number)
    {
        during.RemoveAll(one => one.Call.IsOver);
        var settings = during.Select(one => one.People.Behind(number)).FirstOrDefault(found => found is not null)
            ?? callers.GetValueOrDefault(number)
            ?? changed.GetValueOrDefault(number, Agent);
        return settings.Answer switch
        {
            "phone" => new HandsOn(),
            "mailbox" or "fax" => new AnsweringMachine(settings),
            "vendor" => new InterpreterVendor(settings, settings.Vendor!),
            _ => new DialledPerson(settings, number, used, exchange.Time, DeskOf(settings, number)),
        };
    }

    private Desk? DeskOf(PersonSettings settings, string number) =>
        (settings.Api ?? (exchange.IsConfigured ? exchange.Settings.Desks.GetValueOrDefault(number) : null)) is { } desk ? new Desk(exchange, desk) : null;

    public void Change(string number, PersonSettings settings)
    {
        changed[number] = settings;
        callers.Remove(number);
    }

    /// <summary>
    /// Count for whoever is dialled while the call lasts, before what is said of numbers otherwise. Who answers the caller's own
    /// number stays: a callback comes when the call is over.
    /// </summary>
    public void During(Leg call, CallPeople people)
    {
        during.Add((call, people));
        if (people.Named(call.From) is { } caller)
            callers[call.From] = caller;
    }

    public void Forget(string number)
    {
        changed.Remove(number);
        callers.Remove(number);
    }

    public void Reset()
    {
        changed.Clear();
        callers.Clear();
    }
}
