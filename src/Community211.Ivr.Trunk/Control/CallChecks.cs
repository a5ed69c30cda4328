using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.People;

namespace Community211.Ivr.Trunk.Control;

/// <summary>What can be wrong with a call that is asked for, whatever the configuration.</summary>
internal static class CallChecks
{
    public static void Check(CallRequest request)
    {
        if (request.Script.Any(item => !item.IsValid))
            throw new BadInput($"Each script item is one of {ScriptItem.Kinds}.");
        if (string.IsNullOrWhiteSpace(request.From))
            throw new BadInput("'from' is empty: give a number in E.164, or anonymous.");
        if (request.HangUpAfter < 0 || request.Talk < 0 || request.Reaction < 0)
            throw new BadInput("'hangUpAfter', 'talk' and 'reaction' are seconds from 0 up.");
        if (request.Bars.FirstOrDefault(what => !Habits.CanBar.Contains(what)) is { } barred)
            throw new BadInput($"'bars' has '{barred}'. Allowed: {string.Join(", ", Habits.CanBar)}.");
        if (request.Phone && (request.Script.Count > 0 || request.HangUpAfter is not null || request.Talk is not null))
            throw new BadInput("'phone' is a caller by hand, who has no script: leave out 'script', 'hangUpAfter' and 'talk', or 'phone'.");
        if (request.Expect?.Problem is { } problem)
            throw new BadInput(problem);
        foreach (var (number, person) in request.People)
        {
            if (number is not (CallPeople.First or CallPeople.Others) && DialledNumber.Problem(number) is { } wrong)
                throw new BadInput($"'people': {wrong} Or give {CallPeople.First} (whoever is dialled first) or {CallPeople.Others}.");
            PersonChecks.Check(person);
        }
    }
}
