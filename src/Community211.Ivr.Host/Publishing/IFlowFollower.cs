namespace Community211.Ivr.Host.Publishing;

/// <summary>Something that has to be brought in line with what is live.</summary>
internal interface IFlowFollower
{
    /// <summary>Asked at start, after each publication, and every two seconds; does nothing when there is nothing left to do.</summary>
    Task Follow(LiveFlow live, CancellationToken stop);
}
