using System.Security.Cryptography;
using System.Text;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host.Admin;

/// <summary>Guards the admin API. Made on first start, beside the database, readable by its owner only.</summary>
public sealed class AdminToken
{
    private readonly byte[] _token;

    private AdminToken(string token) => _token = Encoding.UTF8.GetBytes(token);

    public static string PathOf(Settings settings) => Path.Combine(settings.DataFolder, "admin.token");

    /// <summary>Reads the token, and makes it first if there is none.</summary>
    /// <exception cref="ConfigurationProblem">It holds none, or the folder cannot be used.</exception>
    public static AdminToken ReadOrMake(Settings settings)
    {
        try
        {
            return ReadOrMake(settings, PathOf(settings));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationProblem($"Storage:Path is '{settings.StoragePath}', and the admin token cannot be kept in its folder: {problem.Message} Allowed: a folder that the service's user may write.");
        }
    }

    /// <summary>Whether an Authorization header carries the token; compared in constant time.</summary>
    public bool Allows(string? authorization)
    {
        const string scheme = "Bearer ";
        return authorization is not null && authorization.StartsWith(scheme, StringComparison.Ordinal)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(authorization[scheme.Length..].Trim()), _token);
    }

    private static AdminToken ReadOrMake(Settings settings, string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(settings.DataFolder);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
            file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))));
        }
        var token = File.ReadAllText(path).Trim();
        return token.Length >= 32
            ? new AdminToken(token)
            : throw new ConfigurationProblem($"{path} holds no admin token. Remove the file; a new one is made at the next start.");
    }
}
