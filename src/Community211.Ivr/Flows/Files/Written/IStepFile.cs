namespace Community211.Ivr.Flows.Files.Written;

/// <summary>A step as people write it: one of the records of the words.</summary>
public interface IStepFile;
