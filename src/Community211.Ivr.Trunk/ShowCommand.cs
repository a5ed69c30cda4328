using System.CommandLine;
using Community211.Ivr.Trunk.Log;

namespace Community211.Ivr.Trunk;

/// <summary>"show LOGFILE [CALLSID]": what happened, from a log alone, whoever crashed.</summary>
internal static class ShowCommand
{
    public static Command Make(Func<string, Task<int>> wrong)
    {
        var file = new Argument<string>("LOGFILE") { Description = "A file that --log was given." };
        var call = new Argument<string?>("CALLSID") { Description = "One call, or enough of its sid to know it.", Arity = ArgumentArity.ZeroOrOne };
        var documents = new Option<bool>("--documents") { Description = "With the TwiML that was answered." };
        var command = new Command("show", "Tells a log in words: its calls, or one of them.") { file, call, documents };
        command.SetAction(async (parsed, _) =>
        {
            var (path, sid) = (parsed.GetValue(file)!, parsed.GetValue(call));
            if (!File.Exists(path))
                return await wrong($"Log file '{path}' was not found: give the path that the trunk was started with as --log.");
            var reading = LogReading.OfFile(path);
            if (reading.IsNoLog)
                return await wrong($"'{path}' is no log of a trunk: give the path that the trunk was started with as --log.");
            var told = new LogTeller(sid, parsed.GetValue(documents), $"show {path} CALLSID tells one call.").Tell(reading);
            if (told is null)
                return await wrong($"'{path}' tells of no call '{sid}', or of more than one: 'show {path}' lists them.");
            await Console.Out.WriteAsync(told);
            return 0;
        });
        return command;
    }
}
