using Community211.Ivr.Trunk.People;

namespace Community211.Ivr.Trunk.Control;

/// <summary>What can be wrong with how a number is to behave.</summary>
internal static class PersonChecks
{
    /// <param name="person">How it is to behave.</param>
    /// <param name="key">How its keys are named in findings: "people.first.".</param>
    public static void Check(PersonSettings person, string key = "")
    {
        if (!PersonSettings.Answers.Contains(person.Answer))
            throw new BadInput($"'{key}answer' is '{person.Answer}'. Allowed: {string.Join(", ", PersonSettings.Answers)}.");
        Bounds.Check(
            (key + "ringFor", person.RingFor), (key + "acceptAfter", person.AcceptAfter), (key + "talk", person.Talk),
            (key + "dropAfter", person.DropAfter), (key + "greeting", person.Greeting));
        if (person.Lines < 1)
            throw new BadInput($"'{key}lines' is {person.Lines}: a telephone takes 1 call at once, or more.");
        if (person.Key is { } keys && !IsKeys(keys))
            throw new BadInput($"'{key}key' is '{keys}': keys are 0-9, * and #, or null for none.");
        if (person.Accepts is not ("key" or "api"))
            throw new BadInput($"'{key}accepts' is '{person.Accepts}'. Allowed: key, api.");
        if (person.Api?.Problem is { } problem)
            throw new BadInput($"'{key}api': {problem}");
        if (person.Answer == "vendor" != person.Vendor is not null)
            throw new BadInput($"'{key}vendor' says what the answer \"vendor\" does: {{\"answer\":\"vendor\",\"vendor\":{{\"pin\":\"1234\",\"languages\":{{\"13\":\"Cantonese\"}}}}}}.");
        if (person.Vendor is { } vendor)
            Check(vendor, key + "vendor.");
    }

    private static void Check(VendorSettings vendor, string key)
    {
        if (vendor.Languages.Count == 0 || !vendor.Languages.Keys.All(IsDigits))
            throw new BadInput($"'{key}languages' are codes of digits with the names of languages, at least one: {{\"13\":\"Cantonese\"}}.");
        if (vendor.Pin is { } pin && !IsDigits(pin))
            throw new BadInput($"'{key}pin' is '{pin}': digits are allowed.");
        if (vendor.Account is { } account && !IsDigits(account))
            throw new BadInput($"'{key}account' is '{account}': digits are allowed.");
        if (vendor.Refuses.FirstOrDefault(code => !vendor.Languages.ContainsKey(code)) is { } unknown)
            throw new BadInput($"'{key}refuses' has '{unknown}', which is none of the languages.");
        Bounds.Check((key + "hold", vendor.Hold), (key + "diesAfter", vendor.DiesAfter));
    }

    private static bool IsKeys(string keys) => new ScriptItem(keys).IsValid;

    private static bool IsDigits(string keys) => keys.Length > 0 && keys.All(char.IsAsciiDigit);
}
