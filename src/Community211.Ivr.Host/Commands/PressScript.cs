using System.Globalization;

namespace Community211.Ivr.Host.Commands;

/// <summary>What a simulated caller does: <c>2,wait:3s,1</c> presses 2, waits 3 s, presses 1, each key when the service listens.</summary>
internal static class PressScript
{
    /// <summary>The trunk's script: presses and waits in order, then what is said.</summary>
    /// <exception cref="BadArgument">Something is neither keys nor a wait.</exception>
    public static List<Dictionary<string, object>> Read(string? press, IEnumerable<string> say)
    {
        var script = new List<Dictionary<string, object>>();
        foreach (var item in (press ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (item.StartsWith("wait:", StringComparison.Ordinal))
                script.Add(new Dictionary<string, object> { ["wait"] = Seconds(item[5..], "--press") });
            else if (item.All(c => char.IsAsciiDigit(c) || c is '*' or '#'))
                script.Add(new Dictionary<string, object> { ["press"] = item });
            else
                throw new BadArgument($"--press '{item}' is not understood. Allowed: keys 0-9, * and #, and wait:3s, with commas between: --press \"2,wait:3s,1\".");
        }
        script.AddRange(say.Select(text => new Dictionary<string, object> { ["say"] = text }));
        return script;
    }

    /// <summary>A time such as <c>20s</c>, <c>1.5s</c> or <c>2m</c>, in seconds.</summary>
    /// <exception cref="BadArgument">It is no time.</exception>
    public static double Seconds(string text, string option)
    {
        var factor = text.EndsWith('m') ? 60 : 1;
        return text.Length > 1 && text[^1] is 's' or 'm'
            && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n is >= 0 and <= 3600
            ? n * factor
            : throw new BadArgument($"{option}: '{text}' is no time. Write seconds as 20s or minutes as 2m, up to 3600.");
    }
}
