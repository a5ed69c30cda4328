using Community211.Ivr.Queues;

namespace Community211.Ivr.Simulation.Days;

/// <summary>Who is offered whom at one moment: the service's rule, or the same with a watch around it.</summary>
public delegate MatchPlan MatchRule(Floor floor, MatchRules rules, DateTimeOffset now);
