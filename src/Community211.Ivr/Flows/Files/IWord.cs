using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Files;

/// <summary>A word of the flow language.</summary>
public interface IWord
{
    /// <summary>The field whose presence makes a step one of this word.</summary>
    string Name { get; }

    /// <summary>The record of the step as people write it; editors learn its fields from there.</summary>
    Type Written { get; }

    /// <summary>Reads the step; what is wrong becomes findings.</summary>
    Step Read(StepReader reader);
}
