using System.Collections.Immutable;

namespace Community211.Ivr.Tests.Flows;

/// <summary>One mistake as staff make them, what is said of it, and the remedy done as it is said.</summary>
/// <param name="Name">What happened.</param>
/// <param name="Code">The finding's code.</param>
/// <param name="File">Where it is found.</param>
/// <param name="At">What stands on its line, in the file with the mistake in it.</param>
/// <param name="Remedy">Words of the remedy that say what to write.</param>
/// <param name="Made">The mistake.</param>
/// <param name="Mended">The remedy, done on the files with the mistake.</param>
internal sealed record Mistake(string Name, string Code, string File, string At, string Remedy, Edit[] Made, Edit[] Mended)
{
    public ImmutableDictionary<string, string> Broken => Edit.All(Made, Ontario.Files);

    public ImmutableDictionary<string, string> Whole => Edit.All(Mended, Broken);
}

/// <summary>One text of a file replaced by another; with an empty old text, added at the end.</summary>
internal sealed record Edit(string File, string Old, string Now)
{
    public static ImmutableDictionary<string, string> All(Edit[] edits, ImmutableDictionary<string, string> files)
    {
        foreach (var edit in edits)
        {
            var text = files[edit.File];
            Assert.True(text.Contains(edit.Old, StringComparison.Ordinal), $"{edit.File} does not hold: {edit.Old}");
            var at = edit.Old.Length == 0 ? text.Length : text.IndexOf(edit.Old, StringComparison.Ordinal);
            files = files.SetItem(edit.File, string.Concat(text.AsSpan(0, at), edit.Now, text.AsSpan(at + edit.Old.Length)));
        }
        return files;
    }

    /// <summary>The edit that takes this one back.</summary>
    public Edit Back => new(File, Now, Old);
}
