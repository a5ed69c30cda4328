namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>Form fields in the order in which they are sent; a name may repeat.</summary>
internal sealed class Form : List<KeyValuePair<string, string>>
{
    public Form()
    {
    }

    public Form(IEnumerable<KeyValuePair<string, string>> fields)
        : base(fields)
    {
    }

    public void Add(string name, string? value) => Add(new KeyValuePair<string, string>(name, value ?? ""));

    public Form With(Form? more)
    {
        if (more is null)
            return this;
        var names = more.Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
        return new Form(this.Where(field => !names.Contains(field.Key)).Concat(more));
    }

    public string Encoded() =>
        string.Join('&', this.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
}
