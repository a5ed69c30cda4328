using Community211.Ivr.Trunk.Time;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>A Gather or a Record that listens on a leg: keys and speech arrive here while it is open.</summary>
internal sealed class Ear(bool keys, bool speech)
{
    private readonly Queue<(char? Key, string? Words)> heard = new();
    private Signal arrived = new();

    public bool TakesKeys => keys;

    public bool TakesSpeech => speech;

    public bool IsOpen { get; set; } = true;

    /// <summary>Told of each key as it is pressed: a prompt stops at the first.</summary>
    public Action<char>? OnKey { get; set; }

    /// <summary>Stops the prompt at the first words.</summary>
    public Action? OnWords { get; set; }

    public void Press(char key)
    {
        if (keys)
            Take((key, null));
    }

    public void Say(string words)
    {
        if (speech)
            Take((null, words));
    }

    public bool TryNext(out (char? Key, string? Words) next) => heard.TryDequeue(out next);

    public void Wake() => arrived.Set();

    public Task More(CancellationToken token)
    {
        if (heard.Count == 0 && arrived.IsSet)
            arrived = new Signal();
        return arrived.Wait(token);
    }

    private void Take((char? Key, string? Words) item)
    {
        if (!IsOpen)
            return;
        heard.Enqueue(item);
        if (item.Key is { } key)
            OnKey?.Invoke(key);
        else
            OnWords?.Invoke();
        arrived.Set();
    }
}
