using System.CommandLine;
using System.CommandLine.Parsing;

namespace Community211.Ivr.Host.Commands;

/// <summary>Slips of typing that the parser lets through: what is left empty, and options that it took for the name of something.</summary>
internal static class Typing
{
    /// <summary>Options that may be empty: words, keys and sentences.</summary>
    private static readonly string[] MayBeEmpty = ["--note", "--press", "--say"];

    /// <summary>What is wrong, in a sentence; null when nothing is.</summary>
    public static string? Problem(ParseResult parsed)
    {
        for (SymbolResult? command = parsed.CommandResult; command is CommandResult { Children: var children }; command = command.Parent)
        {
            if (children.Select(Problem).FirstOrDefault(p => p is not null) is { } problem)
                return problem;
        }
        return null;
    }

    private static string? Problem(SymbolResult result) => result switch
    {
        ArgumentResult { Argument: var argument } given when given.Tokens.Any(IsEmpty) => Empty(argument.Name, argument),
        ArgumentResult given when given.Tokens.FirstOrDefault(IsOption) is { } option => $"There is no option {option.Value} here.",
        OptionResult { Option: var option } given when !MayBeEmpty.Contains(option.Name) && given.Tokens.Any(IsEmpty) => Empty(option.Name, option),
        _ => null,
    };

    private static string Empty(string name, Symbol symbol) => $"{name} is empty. What it takes: {symbol.Description}";

    private static bool IsEmpty(Token token) => string.IsNullOrWhiteSpace(token.Value);

    private static bool IsOption(Token token) => token.Value.StartsWith("--", StringComparison.Ordinal) && !Path.Exists(token.Value);
}
