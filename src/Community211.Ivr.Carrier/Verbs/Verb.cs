using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Carrier.Verbs;

/// <summary>How a directive is said to the carrier.</summary>
internal abstract class Verb
{
    /// <summary>The directive that it writes.</summary>
    public abstract Type Directive { get; }

    public abstract void Write(Directive directive, Page page);
}

/// <summary>A verb for one directive.</summary>
internal abstract class Verb<T> : Verb
    where T : Directive
{
    public sealed override Type Directive => typeof(T);

    public sealed override void Write(Directive directive, Page page) => Write((T)directive, page);

    protected abstract void Write(T directive, Page page);
}
