using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.People;

/// <summary>
/// An interpreters' vendor: asks by voice for account, PIN and language, hears keys, plays music, and in the end there is an
/// interpreter. Whatever is entered wrong or not at all is asked for once more, then it hangs up.
/// </summary>
internal sealed class InterpreterVendor(PersonSettings settings, VendorSettings vendor) : IPerson
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan ForEntry = TimeSpan.FromSeconds(10);
    private readonly Queue<VendorEntry> entries = new(Entries(vendor));
    private Ear? waiting;
    private IDisposable? patience;

    public bool InRealTime => !settings.Fast;

    /// <summary>True once the interpreter came.</summary>
    public bool IsHuman { get; private set; }

    public bool CanHelp => false;

    public JsonArray Unused => [];

    public RingPlan Ring(Random random) => Rings.Plan(settings, random);

    public void Answered(Leg leg)
    {
        if (vendor.DiesAfter is { } seconds)
            leg.Clock.Schedule(TimeSpan.FromSeconds(seconds), () => leg.Interrupt(new EndInterruption(LegStatus.Completed, EndedBy.Carrier)));
        leg.Clock.Schedule(Pause, () => Ask(leg, "Interpreter services. "));
    }

    public void Digit(Leg leg, char key)
    {
        if (!entries.TryPeek(out var entry))
            return;
        Await(leg);
        if (entry.Take(key))
            Check(leg, entry);
    }

    public void Listening(Leg leg, Ear ear)
    {
        waiting = ear;
        Accept(leg);
    }

    public void Talking(Leg leg)
    {
    }

    private static IEnumerable<VendorEntry> Entries(VendorSettings vendor)
    {
        if (vendor.Account is { } account)
            yield return new VendorEntry("Enter your account number, then pound.", "That account is not known. ", [account]);
        if (vendor.Pin is { } pin)
            yield return new VendorEntry("Enter your access code, then pound.", "That code is not correct. ", [pin]);
        yield return new VendorEntry("Enter the code of the language, then pound.", "That language is not known. ", [.. vendor.Languages.Keys]);
    }

    private void Ask(Leg leg, string before)
    {
        // Keys that came before the question have answered it.
        var entry = entries.Peek();
        if (entry.Keys.Length == 0)
            Fingers.Say(leg, before + entry.Prompt);
        Await(leg);
    }

    private void Await(Leg leg)
    {
        patience?.Dispose();
        patience = leg.Clock.Schedule(ForEntry, () => Check(leg, entries.Peek()));
    }

    private void Check(Leg leg, VendorEntry entry)
    {
        patience?.Dispose();
        if (entry.IsRight)
        {
            entries.Dequeue();
            if (entries.Count > 0)
                Ask(leg, "");
            else
                Connect(leg, entry.Keys);
            return;
        }
        if (++entry.Refusals > 1)
        {
            entries.Clear();
            Goodbye(leg, entry.Wrong);
            return;
        }
        entry.Clear();
        Ask(leg, entry.Wrong);
    }

    private void Connect(Leg leg, string code)
    {
        var language = vendor.Languages[code];
        if (vendor.Refuses.Contains(code))
        {
            Goodbye(leg, $"Nobody is free for {language} now. ");
            return;
        }
        Fingers.Say(leg, $"Please hold for {language}.");
        Sounds.Tone(leg, "music", vendor.Hold);
        if (!vendor.MachineOnly)
            leg.Clock.Schedule(TimeSpan.FromSeconds(vendor.Hold), () => Come(leg, language));
    }

    private void Come(Leg leg, string language)
    {
        IsHuman = true;
        Fingers.Say(leg, vendor.Announces.Replace("{language}", language, StringComparison.Ordinal));
        Accept(leg);
    }

    private void Accept(Leg leg)
    {
        if (!IsHuman || settings.Key is not { } keys || waiting is not { IsOpen: true, TakesKeys: true } ear)
            return;
        waiting = null;
        leg.Clock.Schedule(TimeSpan.FromSeconds(settings.AcceptAfter ?? 1), () =>
        {
            if (ear.IsOpen)
                keys.ToList().ForEach(key => Fingers.Press(leg, key));
        });
    }

    private static void Goodbye(Leg leg, string because)
    {
        Fingers.Say(leg, because + "Goodbye.");
        leg.Clock.Schedule(TimeSpan.FromSeconds(2), () => leg.Interrupt(new EndInterruption(LegStatus.Completed, EndedBy.Agent)));
    }
}
