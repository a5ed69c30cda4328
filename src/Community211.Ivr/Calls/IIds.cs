namespace Community211.Ivr.Calls;

/// <summary>Random names of offers and rooms. A replay gives the recorded ones again.</summary>
public interface IIds
{
    /// <summary>Sixteen hexadecimal digits.</summary>
    string Next(IdKind kind);
}

/// <summary>What a random name is for.</summary>
public enum IdKind
{
    Offer,
    Room,
}
