namespace Community211.Ivr.Host.Doctor;

/// <summary>Every value that is not allowed, every key that is not known, and what the environment sets.</summary>
internal sealed class ConfigurationCheck : IInstallationCheck
{
    public string Subject => "Configuration";

    public IReadOnlyList<string> Keys => [];

    public Task<IReadOnlyList<Diagnosis>> Look(Installation installation, CancellationToken stop)
    {
        var draft = installation.Draft;
        var set = draft.FromEnvironment is { IsEmpty: false } keys ? $"; from the environment: {string.Join(", ", keys)}" : "";
        return Task.FromResult<IReadOnlyList<Diagnosis>>(draft.Problems.IsEmpty
            ? [Diagnosis.Ok(Subject, $"{draft.File}, Carrier:Mode={installation.Settings.Mode}{set}")]
            : [.. draft.Problems.Select(p => Diagnosis.Fail(Subject, p, $"Correct it in {draft.PlaceOf(p)}; the service does not start with it."))]);
    }
}
