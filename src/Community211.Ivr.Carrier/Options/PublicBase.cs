namespace Community211.Ivr.Carrier;

/// <summary>The public base URL in parts.</summary>
internal sealed class PublicBase
{
    public PublicBase(string url)
    {
        var uri = new Uri(url, UriKind.Absolute);
        Path = uri.AbsolutePath.TrimEnd('/');
        Origin = uri.GetLeftPart(UriPartial.Authority);
        var bare = $"{uri.Scheme}://{uri.Host}";
        Origins = [bare, $"{bare}:{uri.Port}"];
    }

    /// <summary>Scheme, host and port; a port that the scheme implies is left out.</summary>
    public string Origin { get; }

    /// <summary>The origin without and with its port: which of them the carrier signs is not the same for all of its requests.</summary>
    public IReadOnlyList<string> Origins { get; }

    /// <summary>Path base without a slash at its end; empty when there is none.</summary>
    public string Path { get; }
}
