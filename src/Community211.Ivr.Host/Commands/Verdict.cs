using Community211.Ivr.Calls;
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
        foreach (var note in story.WrapUps.IsDefault ? [] : story.WrapUps)
            yield return $"  noted        {Note(note)}";
        if (story.RiskSince is { } since)
            yield return $"  open         imminent risk, since {since:yyyy-MM-dd HH:mm}Z";
        yield return "  why";
        foreach (var why in story.Facts.SelectMany(f => f.Why))
            yield return $"    {why}";
    }

    private static string Note(WrapUp note)
    {
        var about = note.NoNeed is { } code ? $"no need ({code})"
            : string.Join(", ", note.Needs.Select(n => n.Why is { } why ? $"{n.Need} unmet ({why})" : $"{n.Need} met"));
        string? Said(string word, bool? said) => said is { } yes ? $"{word} {(yes ? "yes" : "no")}" : null;
        string? Where(string word, string? region) => region is null ? null : $"{word} {region}";
        return string.Join("; ", new[]
        {
            about, Where("caller in", note.CallerRegion), Where("help needed in", note.NeedRegion), Said("referral", note.Referral), Said("follow-up", note.FollowUp), Said("crisis", note.Crisis),
            $"by {note.Agent}",
        }.OfType<string>());
    }
}
