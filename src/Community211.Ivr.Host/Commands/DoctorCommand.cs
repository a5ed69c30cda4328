using System.Collections.Immutable;
using System.CommandLine;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Host.Doctor;

namespace Community211.Ivr.Host.Commands;

/// <summary><c>doctor</c>: what is wrong with this installation. Works beside a running service and without one; changes nothing.</summary>
internal static class DoctorCommand
{
    public static Command Make(Option<string?> config, TimeProvider clock, TextWriter output)
    {
        var json = new Option<bool>("--json") { Description = "Machine-readable." };
        var command = new Command("doctor", "Says what is wrong with this installation, and changes nothing. Exit code 1 when something has to be mended.") { json };
        command.Add(SignatureCommand.Make(config, output));
        command.SetAction(async (parsed, stop) =>
        {
            var found = await Look(parsed.GetValue(config), clock, stop);
            var view = new DoctorView(output);
            await (parsed.GetValue(json) ? view.ShowJson(found) : view.Show(found));
            return found.Any(f => f.Outcome == Outcome.Fail) ? CommandLine.No : CommandLine.Yes;
        });
        return command;
    }

    private static async Task<ImmutableArray<Diagnosis>> Look(string? config, TimeProvider clock, CancellationToken stop)
    {
        SettingsDraft draft;
        try
        {
            draft = ConfigurationFile.Draft(config);
        }
        catch (ConfigurationProblem problem)
        {
            return [Diagnosis.Fail("Configuration", problem.Message, "Nothing else can be looked at before that.")];
        }
        var service = await ServiceState.Ask(draft.Settings, stop);
        return await Examination.Of(new Installation(draft, service, clock), stop);
    }
}
