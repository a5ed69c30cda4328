namespace Community211.Ivr.Calls.Work;

/// <summary>Who signs the agents of <c>places.yaml</c> in.</summary>
public enum SignInMode
{
    /// <summary>They are on the floor from the start.</summary>
    AtStart,

    /// <summary>Each of them, by their own word.</summary>
    Themselves,
}
