namespace Community211.Ivr.Host.Doctor;

/// <summary>Looks at one thing of the installation and changes nothing.</summary>
internal interface IInstallationCheck
{
    /// <summary>A word or two at the beginning of its lines.</summary>
    string Subject { get; }

    /// <summary>The keys that it goes by: where one of them is wrong, there is nothing to look at.</summary>
    IReadOnlyList<string> Keys { get; }

    /// <summary>What was found; empty when it does not concern this installation.</summary>
    Task<IReadOnlyList<Diagnosis>> Look(Installation installation, CancellationToken stop);
}
