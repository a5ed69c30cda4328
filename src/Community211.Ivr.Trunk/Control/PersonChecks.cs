using Community211.Ivr.Trunk.People;

namespace Community211.Ivr.Trunk.Control;

/// <summary>What can be wrong with how a number is to behave.</summary>
internal static class PersonChecks
{
    public static void Check(PersonSettings person)
    {
        if (!PersonSettings.Answers.Contains(person.Answer))
            throw new BadInput($"'answer' is '{person.Answer}'. Allowed:  {string.Join(", ", PersonSettings.Answers)}.");
        if (person.RingFor < 0 || person.AcceptAfter < 0 || person.DropAfter < 0 || person.Talk < 0 || person.Greeting < 0)
            throw new BadInput("'ringFor', 'acceptAfter', 'talk', 'dropAfter' and 'greeting' are seconds from 0 up.");
        if (person.Lines < 1)
            throw new BadInput($"'lines' is {person.Lines}: a telephone takes 1 call at once, or more.");
        if (person.Key is { } key && !IsKeys(key))
            throw new BadInput($"'key' is '{key}': keys are 0-9, * and #, or null for none.");
        if (person.Accepts is not ("key" or "api"))
            throw new BadInput($"'accepts' is '{person.Accepts}'. Allowed: key, api.");
        if (person.Api?.Problem is { } problem)
            throw new BadInput($"'api': {problem}");
        if (person.Answer == "vendor" != person.Vendor is not null)
            throw new BadInput("'vendor' says what the answer \"vendor\" does: {\"answer\":\"vendor\",\"vendor\":{\"pin\":\"1234\",\"languages\":{\"13\":\"Cantonese\"}}}.");
        if (person.Vendor is { } vendor)
            Check(vendor);
    }

    private static void Check(VendorSettings vendor)
    {
        if (vendor.Languages.Count == 0 || !vendor.Languages.Keys.All(IsDigits))
            throw new BadInput("'vendor.languages' are codes of digits with the names of languages, at least one: {\"13\":\"Cantonese\"}.");
        if (vendor.Pin is { } pin && !IsDigits(pin))
            throw new BadInput("'vendor.pin' is digits.");
        if (vendor.Account is { } account && !IsDigits(account))
            throw new BadInput("'vendor.account' is digits.");
        if (vendor.Refuses.FirstOrDefault(code => !vendor.Languages.ContainsKey(code)) is { } unknown)
            throw new BadInput($"'vendor.refuses' has '{unknown}', which is none of the languages.");
        if (vendor.Hold < 0 || vendor.DiesAfter < 0)
            throw new BadInput("'vendor.hold' and 'vendor.diesAfter' are seconds from 0 up.");
    }

    private static bool IsKeys(string keys) => new ScriptItem(keys).IsValid;

    private static bool IsDigits(string keys) => keys.Length > 0 && keys.All(char.IsAsciiDigit);
}
