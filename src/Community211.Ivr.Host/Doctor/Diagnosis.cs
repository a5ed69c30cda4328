namespace Community211.Ivr.Host.Doctor;

/// <summary>What was found.</summary>
/// <param name="Outcome">How serious it is.</param>
/// <param name="Subject">What was looked at: a word or two.</param>
/// <param name="Said">What it is like, or what is wrong; never a secret.</param>
/// <param name="Do">What to do; null when there is nothing to do.</param>
internal sealed record Diagnosis(Outcome Outcome, string Subject, string Said, string? Do = null)
{
    public static Diagnosis Ok(string subject, string said) => new(Outcome.Ok, subject, said);

    public static Diagnosis Warn(string subject, string said, string remedy) => new(Outcome.Warn, subject, said, remedy);

    public static Diagnosis Fail(string subject, string said, string remedy) => new(Outcome.Fail, subject, said, remedy);
}
