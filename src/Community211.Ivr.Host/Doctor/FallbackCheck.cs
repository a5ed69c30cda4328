using Community211.Ivr.Carrier;
using Community211.Ivr.Host.Publishing;

namespace Community211.Ivr.Host.Doctor;

/// <summary>Whether the static documents for the carrier's fallback URL are those of what is live.</summary>
internal sealed class FallbackCheck : IInstallationCheck
{
    public string Subject => "Fallback";

    public IReadOnlyList<string> Keys => ["Flows:FallbackFolder", "Storage:Path", "Twilio:PublicBaseUrl"];

    public Task<IReadOnlyList<Diagnosis>> Look(Installation installation, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Diagnosis>>(installation.Live is null ? [] : [Found(installation)]);

    private Diagnosis Found(Installation installation)
    {
        var settings = installation.Settings;
        var documents = FallbackDocuments.Of(installation.Live!, new Urls(settings.Twilio.PublicBaseUrl), installation.Clock.GetUtcNow());
        var wrong = documents.Where(d => Path.Combine(settings.FallbackFolder, d.Key) is var file && !(File.Exists(file) && File.ReadAllText(file) == d.Value)).Select(d => d.Key).ToList();
        var folder = installation.Short(settings.FallbackFolder);
        return wrong.Count == 0
            ? Diagnosis.Ok(Subject, $"{folder}: {Counted.Of(documents.Count, "document")} of what is live")
            : Diagnosis.Warn(
                Subject,
                $"{folder}: {wrong.Count} of {Counted.Of(documents.Count, "document")} {(wrong.Count == 1 ? "is" : "are")} missing or of another revision or day: {string.Join(", ", wrong.Take(3))}{(wrong.Count > 3 ? ", ..." : "")}",
                "They are written at the next start and publication. Copy the folder to the host that serves it then.");
    }
}
