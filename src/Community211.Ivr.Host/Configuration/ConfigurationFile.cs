
namespace Community211.Ivr.Host.Configuration;

/// <summary>Finds and reads <c>appsettings.json</c>, with environment variables above it.</summary>
public static class ConfigurationFile
{
    public const string Name = "appsettings.json";

    /// <summary>The settings.</summary>
    /// <param name="path">The file; null: the one in the working directory.</param>
    /// <exception cref="ConfigurationProblem">Missing, no JSON, or with values that are not allowed.</exception>
    public static (Settings Settings, IConfiguration Configuration) Read(string? path)
    {
        var (file, configuration) = Open(path);
        return (new SettingsReader(configuration, Path.GetDirectoryName(file)!).Read(KeysOf(file)), configuration);
    }

    /// <summary>The settings as far as they can be used, and everything that is wrong with them.</summary>
    /// <param name="path">The file; null: the one in the working directory.</param>
    /// <exception cref="ConfigurationProblem">Missing, or no JSON.</exception>
    internal static SettingsDraft Draft(string? path)
    {
        var (file, configuration) = Open(path);
        var reader = new SettingsReader(configuration, Path.GetDirectoryName(file)!);
        var (settings, problems) = reader.Draft(KeysOf(file));
        var sections = reader.Known.Select(key => key[..(key.IndexOf(':', StringComparison.Ordinal) + 1)]).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build().AsEnumerable().Where(p => p.Value is not null).Select(p => p.Key)
            .Where(key => sections.Exists(s => key.StartsWith(s, StringComparison.OrdinalIgnoreCase)));
        return new SettingsDraft(file, settings, [.. problems], [.. environment.Order(StringComparer.OrdinalIgnoreCase)]);
    }

    private static (string File, IConfiguration Configuration) Open(string? path)
    {
        var file = Path.GetFullPath(path ?? Name);
        if (!File.Exists(file))
            throw new ConfigurationProblem($"There is no configuration file {file}. Start from the folder that holds {Name}, or name the file with --config.");
        try
        {
            return (file, new ConfigurationBuilder().AddJsonFile(file, optional: false).AddEnvironmentVariables().Build());
        }
        catch (Exception problem) when (problem is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationProblem($"{file} cannot be read: {problem.GetBaseException().Message.TrimEnd('.')}. Correct the file; comments stand on whole lines that begin with //.");
        }
    }

    /// <summary>The keys that stand in the file itself, so that a mistyped one is found and the environment's other variables are not.</summary>
    private static IEnumerable<string> KeysOf(string file) =>
        new ConfigurationBuilder().AddJsonFile(file, optional: false).Build().AsEnumerable().Where(p => p.Value is not null).Select(p => p.Key);
}
