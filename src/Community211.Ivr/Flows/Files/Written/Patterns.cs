namespace Community211.Ivr.Flows.Files.Written;

/// <summary>How single values are written, as regular expressions that editors know too.</summary>
public static class Patterns
{
    /// <summary>A step, a region, a calendar: anything that other places name.</summary>
    public const string Name = "^[A-Za-z0-9-]+$";

    /// <summary>A key of a telephone.</summary>
    public const string Key = "^([0-9]|star|pound)$";

    /// <summary>Seconds, minutes or hours, at most five digits.</summary>
    public const string Duration = "^[0-9]{1,5}[smh]$";

    /// <summary>Ten digits after +1; no N11 code as area or exchange.</summary>
    public const string Number = @"^\+1[2-9](?!11)[0-9]{2}[2-9](?!11)[0-9]{6}$";

    /// <summary>A day.</summary>
    public const string Day = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    /// <summary>A moment, by the province's clock.</summary>
    public const string Moment = "^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}$";

    /// <summary>One of the eight service codes.</summary>
    public const string ServiceCode = "^[2-9]11$";
}
