namespace Community211.Ivr.EndToEnd.Tests.Drivers;

/// <summary>A copy of the flow folder, to be edited as staff do.</summary>
internal sealed class EditedFlows : IDisposable
{
    /// <param name="folder">The folder that is copied, from the root; without its subfolders.</param>
    public EditedFlows(string folder = "ivr-flows")
    {
        foreach (var file in Directory.GetFiles(System.IO.Path.Combine(Built.Root, folder)))
            File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("ivr-flows-").FullName;

    /// <summary>The setting that leads the service here.</summary>
    public (string Key, string Value) Setting => ("Flows__Folder", Path);

    public void Edit(string file, string old, string young)
    {
        var path = System.IO.Path.Combine(Path, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, young, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
