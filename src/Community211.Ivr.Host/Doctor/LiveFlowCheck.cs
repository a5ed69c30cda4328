using System.Globalization;

namespace Community211.Ivr.Host.Doctor;

/// <summary>What is live according to the store, and whether this version of the program can read it.</summary>
internal sealed class LiveFlowCheck : IInstallationCheck
{
    public string Subject => "Live flow";

    public IReadOnlyList<string> Keys => ["Storage:Path"];

    public Task<IReadOnlyList<Diagnosis>> Look(Installation installation, CancellationToken stop) => Task.FromResult<IReadOnlyList<Diagnosis>>([Found(installation)]);

    private Diagnosis Found(Installation installation)
    {
        if (installation.Store.Problem is not null)
            return Diagnosis.Warn(Subject, "not looked at", "Mend the store first.");
        if (installation.Store.Live is not { } live)
            return Diagnosis.Ok(Subject, "nothing is published yet: the first start publishes the folder");
        var said = string.Create(CultureInfo.InvariantCulture, $"publication {live.Number}, revision {live.Revision}, since {live.At:yyyy-MM-dd HH:mm}Z by {live.Who}");
        return installation.Live is null
            ? Diagnosis.Fail(Subject, $"{said}: this version of the program cannot read it", "Start the version that published it, or publish a folder that this one can read.")
            : Diagnosis.Ok(Subject, said);
    }
}
