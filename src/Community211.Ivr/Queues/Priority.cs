namespace Community211.Ivr.Queues;

/// <summary>How urgent a caller is. Crisis goes before everyone.</summary>
public enum Priority
{
    General,
    Urgent,
    Crisis,
}
