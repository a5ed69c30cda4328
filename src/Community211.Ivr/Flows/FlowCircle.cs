namespace Community211.Ivr.Flows;

/// <summary>A flow leads round without asking anything; only one that was never checked can.</summary>
public sealed class FlowCircle : InvalidOperationException
{
    public FlowCircle()
    {
    }

    public FlowCircle(string step)
        : base($"The flow goes in a circle at step '{step}'.")
    {
    }

    public FlowCircle(string message, Exception inner)
        : base(message, inner)
    {
    }
}
