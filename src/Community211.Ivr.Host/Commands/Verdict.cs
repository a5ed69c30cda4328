using Community211.Ivr.Host.Admin;

namespace Community211.Ivr.Host.Commands;

/// <summary>What a call came to, for a terminal.</summary>
internal static class Verdict
{
    public static IEnumerable<string> Lines(CallStory story)
    {
        yield return $"  language     {story.Language ?? "unknown"}";
        yield return $"  region       {story.Region ?? "unknown"}{(story.RegionSource is null ? "" : $" (told by the {story.RegionSource.Replace('-', ' ')})")}";
        yield return $"  queue        {story.Queue ?? "none"}";
        yield return $"  priority     {story.Priority}";
        yield return $"  answered by  {story.AnsweredBy ?? "nobody"}";
        yield return $"  ended by     {story.EndedBy ?? "not ended"}";
        yield return "  why";
        foreach (var why in story.Facts.SelectMany(f => f.Why))
            yield return $"    {why}";
    }
}
