using System.Text;

namespace Community211.Ivr.Trunk.Log;

/// <summary>What is asked of a log: all of it, or one call.</summary>
/// <param name="CallSid">The call, or enough of its sid; null for all.</param>
/// <param name="Documents">With the TwiML.</param>
/// <param name="Hint">How one call is told.</param>
internal sealed record LogTeller(string? CallSid, bool Documents, string Hint)
{
    /// <summary>Null when there is no such call, or more than one.</summary>
    public string? Tell(LogReading reading)
    {
        var index = new LogIndex(reading);
        var notes = new StringBuilder();
        foreach (var note in reading.Notes)
            notes.AppendLine(note);
        if (notes.Length > 0)
            notes.AppendLine();
        if (CallSid is null)
            return notes + LogText.Overview(index, Hint);
        return index.Find(CallSid) is [var leg] ? notes + new CallText(index, Documents).Of(leg) : null;
    }
}
