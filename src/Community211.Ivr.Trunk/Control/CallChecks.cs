using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.People;

namespace Community211.Ivr.Trunk.Control;

/// <summary>What can be wrong with a call that is asked for, whatever the configuration.</summary>
internal static class CallChecks
{
    public static void Check(CallRequest request)
    {
        if (request.Script.Select((item, index) => (item, index)).FirstOrDefault(one => !one.item.IsValid) is { item: not null } odd)
            throw new BadInput($"'script[{odd.index}]' is none of what a caller does. Each script item is one of {ScriptItem.Kinds}.");
        if (CallerChecks.Problem(request.From) is { } from)
            throw new BadInput(from);
        if (string.IsNullOrWhiteSpace(request.To))
            throw new BadInput("'to' is empty: give the number to dial, 211 or one of the account's.");
        Bounds.Check(("hangUpAfter", request.HangUpAfter), ("talk", request.Talk), ("reaction", request.Reaction));
        if (request.Bars.FirstOrDefault(what => !Habits.CanBar.Contains(what)) is { } barred)
            throw new BadInput($"'bars' has '{barred}'. Allowed: {string.Join(", ", Habits.CanBar)}.");
        if (request.Phone && (request.Script.Count > 0 || request.HangUpAfter is not null || request.Talk is not null))
            throw new BadInput("'phone' is a caller by hand, who has no script: leave out 'script', 'hangUpAfter' and 'talk', or 'phone'.");
        if (request.Expect?.Problem is { } problem)
            throw new BadInput(problem);
        if (request.Expect?.Words() == new Expectation().Words())
            throw new BadInput("'expect' is empty: say what the call should come to, such as {\"reaches\":\"person\"}, or leave it out.");
        foreach (var (number, person) in request.People)
        {
            if (number is not (CallPeople.First or CallPeople.Others) && DialledNumber.Problem(number) is { } wrong)
                throw new BadInput($"'people': {wrong} Or give {CallPeople.First} (whoever is dialled first) or {CallPeople.Others}.");
            PersonChecks.Check(person, $"people.{number}.");
        }
    }
}
