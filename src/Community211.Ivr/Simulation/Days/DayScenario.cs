using System.Collections.Immutable;
using NodaTime;

namespace Community211.Ivr.Simulation.Days;

/// <summary>A day that can be played: who calls, what they do, who is there. Read from a file, which says what is known and what assumed.</summary>
public sealed record DayScenario
{
    public required LocalDate Day { get; init; }

    /// <summary>Calls of the day, without any surge.</summary>
    public required int Calls { get; init; }

    /// <summary>Weight of each hour, from midnight; 24.</summary>
    public required ImmutableArray<int> Hours { get; init; }

    /// <summary>Where callers are, by region id.</summary>
    public required ImmutableArray<Weighted<string>> Regions { get; init; }

    /// <summary>Callers of a hundred who dial the number that says no region. Default 0.</summary>
    public int ProvincialNumber { get; init; }

    /// <summary>Callers of a hundred whose exchange names their town. Default 0.</summary>
    public int ExchangeKnown { get; init; }

    /// <summary>Of a hundred who are asked for their postal code. Default 0.</summary>
    public int GivesPostalCode { get; init; }

    /// <summary>What callers speak.</summary>
    public required ImmutableArray<Weighted<CallerHabit>> Languages { get; init; }

    /// <summary>What callers do; it goes before what they do for their language's sake.</summary>
    public required ImmutableArray<Weighted<CallerHabit>> Kinds { get; init; }

    /// <summary>Average talk; exponential. Default 7 min.</summary>
    public TimeSpan Talk { get; init; } = TimeSpan.FromMinutes(7);

    /// <summary>What is written down afterwards. Default 1 min.</summary>
    public TimeSpan WrapUp { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many times as long an interpreted talk is, at least. Default 1.5.</summary>
    public double InterpretedLeast { get; init; } = 1.5;

    /// <summary>And at most. Default 2.</summary>
    public double InterpretedMost { get; init; } = 2;

    /// <summary>Average patience from the answer on; exponential. Default 8 min.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(8);

    /// <summary>Callers of a hundred who never hang up. Default 0.</summary>
    public int PatientWithoutEnd { get; init; }

    public FloorHabits Floor { get; init; } = new();

    public SeatRule Seats { get; init; } = new();

    /// <summary>What may happen on such a day, by name.</summary>
    public ImmutableDictionary<string, Surge> Surges { get; init; } = ImmutableDictionary<string, Surge>.Empty;

    /// <summary>How long a call takes its agent.</summary>
    public TimeSpan Handling => Talk + WrapUp;

    /// <summary>Calls that are expected in an hour: of a region, or (null) of all.</summary>
    public double CallsIn(int hour, string? region = null) =>
        (double)Calls * Hours[hour] / Hours.Sum() * (region is null ? 1 : (double)Regions.Single(r => r.Value == region).Weight / Regions.Sum(r => r.Weight));
}

/// <summary>What some callers have in common.</summary>
/// <param name="Id">Its name; of a language its id.</param>
/// <param name="Does">By the step that is heard: keys, or words.</param>
public sealed record CallerHabit(string Id, ImmutableDictionary<string, string> Does);

/// <summary>How those who answer behave.</summary>
public sealed record FloorHabits
{
    /// <summary>From an offer to the key that takes it. Default 5 s.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Offers of a hundred that ring in vain. Default 0.</summary>
    public int NoAnswer { get; init; }

    /// <summary>How long those ring. Default 20 s.</summary>
    public TimeSpan Ring { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the agent is away then. Default 30 s.</summary>
    public TimeSpan Away { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From an offer to a contact until somebody there takes it. Default 15 s.</summary>
    public TimeSpan ContactAnswer { get; init; } = TimeSpan.FromSeconds(15);
}

/// <summary>How many are on duty, and what they can do.</summary>
public sealed record SeatRule
{
    /// <summary>Share of callers, 0 to 1, whom Erlang C is to answer in time. Default 0.8.</summary>
    public double Answered { get; init; } = 0.8;

    /// <summary>In which time. Default 90 s.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Every so many of a region's seats is trained for crisis, from the first. Default 2.</summary>
    public int CrisisTrained { get; init; } = 2;

    /// <summary>Every so many speaks French too, from the second. Default 2.</summary>
    public int French { get; init; } = 2;
}

/// <summary>More callers than on other days.</summary>
/// <param name="From">From when, since midnight.</param>
/// <param name="Length">How long.</param>
/// <param name="Times">How many times as many as on other days. Default 1.</param>
/// <param name="More">How many more besides, evenly. Default 0.</param>
/// <param name="Region">Only there; null: everywhere.</param>
public sealed record Surge(TimeSpan From, TimeSpan Length, int Times = 1, int More = 0, string? Region = null);
