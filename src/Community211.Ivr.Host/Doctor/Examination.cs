using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Community211.Ivr.Host.Doctor;

/// <summary>All checks in a fixed order; none stops the others.</summary>
internal static class Examination
{
    public static readonly ImmutableArray<IInstallationCheck> All =
    [
        new ConfigurationCheck(), new ServiceCheck(), new FoldersCheck(), new StoreCheck(), new PrivateFilesCheck(), new FlowFolderCheck(),
        new LiveFlowCheck(), new FallbackCheck(), new CarrierCheck(), new PublicAddressCheck(),
    ];

    public static async Task<ImmutableArray<Diagnosis>> Of(Installation installation, CancellationToken stop)
    {
        var found = ImmutableArray.CreateBuilder<Diagnosis>();
        foreach (var check in All)
        {
            if (check.Keys.Where(installation.Draft.IsWrong).ToList() is { Count: > 0 } wrong)
                found.Add(Diagnosis.Warn(check.Subject, "not looked at", $"Mend {string.Join(", ", wrong)} first."));
            else
                found.AddRange(await Look(check, installation, stop));
        }
        return found.ToImmutable();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails is what the doctor reports.")]
    private static async Task<IReadOnlyList<Diagnosis>> Look(IInstallationCheck check, Installation installation, CancellationToken stop)
    {
        try
        {
            return await check.Look(installation, stop);
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            return [Diagnosis.Fail(check.Subject, $"could not be looked at: {problem.Message}", "Report this message.")];
        }
    }
}
