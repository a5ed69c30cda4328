namespace Community211.Ivr.Simulation;

/// <summary>The formulas of waiting lines with one skill, Poisson arrivals and exponential talks, for planning and to hold the simulation against.</summary>
public static class Erlang
{
    /// <summary>Erlang C: the share of callers who have to wait at all, when nobody hangs up.</summary>
    /// <param name="load">Arrivals an hour times hours a call: the agents that would be busy on average. Above 0.</param>
    /// <param name="agents">More than <paramref name="load"/>: otherwise the line grows for ever, and everybody waits (1).</param>
    public static double WaitShare(double load, int agents)
    {
        if (agents <= load)
            return 1;
        // Erlang B by its recursion, which stays within the numbers' range.
        var blocked = 1.0;
        for (var n = 1; n <= agents; n++)
            blocked = load * blocked / (n + (load * blocked));
        return blocked / (1 - (load / agents * (1 - blocked)));
    }

    /// <summary>Erlang C: the share of callers who are answered within a time.</summary>
    public static double ServiceLevel(double load, int agents, TimeSpan talk, TimeSpan within) =>
        agents <= load ? 0 : 1 - (WaitShare(load, agents) * Math.Exp(-(agents - load) * (within / talk)));

    /// <summary>Erlang C: the average wait of all callers (ASA).</summary>
    public static TimeSpan AverageWait(double load, int agents, TimeSpan talk) =>
        agents <= load ? TimeSpan.MaxValue : talk * (WaitShare(load, agents) / (agents - load));

    /// <summary>The fewest agents that answer a share of callers within a time.</summary>
    public static int AgentsFor(double load, TimeSpan talk, double share, TimeSpan within)
    {
        var agents = (int)Math.Floor(load) + 1;
        while (ServiceLevel(load, agents, talk, within) < share)
            agents++;
        return agents;
    }

    /// <summary>Erlang A: with exponential patience.</summary>
    /// <param name="load">As above; it may be more than the agents.</param>
    /// <param name="agents">1 or more.</param>
    /// <param name="talk">Average.</param>
    /// <param name="patience">Average.</param>
    /// <returns>The share who hang up, and the average time in line of all callers, those who hang up included.</returns>
    public static (double HangUp, TimeSpan Wait) WithPatience(double load, int agents, TimeSpan talk, TimeSpan patience)
    {
        // Balance of the birth and death process: time in units of a talk.
        var leaving = talk / patience;
        double weight = 1, all = 1, inLine = 0;
        for (var n = 1; n <= agents || weight > all * 1e-15; n++)
        {
            weight *= load / (Math.Min(n, agents) + (leaving * Math.Max(0, n - agents)));
            all += weight;
            inLine += weight * Math.Max(0, n - agents);
        }
        var waiting = inLine / all;
        return (waiting * leaving / load, talk * (waiting / load));
    }
}
