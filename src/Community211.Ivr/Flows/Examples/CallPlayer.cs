using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Examples;

/// <summary>
/// Plays a scripted call on a flow, without a carrier: examples, proofs and dry runs go through here. Time passes as the caller hears it:
/// messages at the planning rate, silence as long as patience allows; a key is pressed when the question has been heard.
/// </summary>
public sealed class CallPlayer
{
    private readonly FlowSet _set;
    private readonly ScriptedCall _call;
    private readonly bool _toLine;
    private readonly Queue<Doing> _todo;
    private readonly ImmutableArray<PlayedTurn>.Builder _turns = ImmutableArray.CreateBuilder<PlayedTurn>();
    private readonly ImmutableArray<Way>.Builder _ways = ImmutableArray.CreateBuilder<Way>();
    private readonly HashSet<FlowState> _silentAt = [];
    private ImmutableArray<Reason> _came = [];
    private FlowState _state = new();
    private TimeSpan _elapsed;
    private TimeSpan? _inLine;

    private CallPlayer(FlowSet set, ScriptedCall call, bool toLine)
    {
        _set = set;
        _call = call;
        _toLine = toLine;
        _todo = new Queue<Doing>(call.Does);
    }

    /// <summary>Plays a call.</summary>
    /// <param name="set">The flow.</param>
    /// <param name="call">The call.</param>
    /// <param name="toLine">Ends where the caller is in line, before anything is asked there.</param>
    public static PlayedCall Play(FlowSet set, ScriptedCall call, bool toLine = false) => new CallPlayer(set, call, toLine).Play();

    private FlowContext Here => new(_set, _state, _call.At + _elapsed, _call.Conditions);

    private PlayedCall Play()
    {
        _state = new FlowState { Dialled = _call.To, Town = _call.Town, Callable = _call.Callable };
        try
        {
            Became(FlowRunner.Begin(Here));
            return Result(ToEnd());
        }
        catch (FlowCircle)
        {
            return Result(PlayEnd.Circle);
        }
    }

    private PlayedCall Result(PlayEnd end) => new(_state, _turns.ToImmutable(), end, _elapsed, _inLine, [.. _todo], _ways.ToImmutable());

    private PlayEnd ToEnd()
    {
        while (true)
        {
            if (_state is { Line: null, Step: "" })
                return PlayEnd.Stranded;
            if (_toLine && _state.Line is not null)
                return PlayEnd.Waiting;
            var view = FlowRunner.View(Here);
            if (view.Ends)
                return Note(view, Doing.Silence, null, PlayEnd.Ended);
            if (_todo.TryPeek(out var next) && next.Kind == DoingKind.HangUp)
                return Note(view, _todo.Dequeue(), null, PlayEnd.HungUp);
            if (_state.Line is null && _set.Flow.Steps[_state.Step] is TransferStep)
            {
                if (!Transfer(view))
                    return PlayEnd.Circle;
            }
            else if (next?.Kind == DoingKind.Person && _state.Line is not null)
                Finish(view);
            else if (IsWaiting(view) && (next is null || (next.Kind != DoingKind.Hear && !IsAlways(next))))
                return Note(view, Doing.Silence, null, PlayEnd.Waiting);
            else if (!Answer(view))
                return PlayEnd.Circle;
        }
    }

    /// <summary>In line with nothing more to be asked: from here on the same message comes again.</summary>
    private bool IsWaiting(FlowView view) => _state is { Line.Told: true, Step: "" } && !view.Question.Listens;

    private bool Answer(FlowView view)
    {
        var doing = Doing.Silence;
        if (_todo.TryPeek(out var next) && (view.Question.Listens ? next.Kind is DoingKind.Press or DoingKind.Say or DoingKind.Silence or DoingKind.Hear : next.Kind == DoingKind.Hear || IsAlways(next)))
            doing = _todo.Dequeue();
        if (doing.Kind is DoingKind.Press or DoingKind.Say)
            _silentAt.Clear();
        else if (doing.Kind == DoingKind.Silence && WasHereSilently())
            return false;
        var (at, step, before) = (_elapsed, HeardStep, Here);
        _elapsed += doing.Kind is DoingKind.Press or DoingKind.Say ? view.Length - view.Patience : view.Length;
        var answer = doing.Kind switch
        {
            DoingKind.Press => new Answer(doing.Value, ""),
            DoingKind.Say => new Answer("", doing.Value),
            _ => new Answer("", ""),
        };
        try
        {
            var result = FlowRunner.Answer(before with { Now = Here.Now }, answer);
            Note(at, step, view, doing, Meaning.Read(result.Taken!), result.Reasons);
            Became(result);
            return true;
        }
        catch (FlowCircle)
        {
            Note(at, step, view, doing, null, []);
            return false;
        }
    }

    private bool WasHereSilently() => !_silentAt.Add(_state with { Path = [], Candidates = [], Answers = [], ArrivedAt = null });

    private bool Transfer(FlowView view)
    {
        var reached = _todo.TryPeek(out var next) && next.Kind == DoingKind.Person;
        if (reached)
            _silentAt.Clear();
        else if (next?.Kind != DoingKind.Hear && WasHereSilently())
            return false;
        var did = reached || next?.Kind == DoingKind.Hear ? _todo.Dequeue() : Doing.Silence;
        var at = _elapsed;
        _elapsed += view.Length;
        try
        {
            var result = FlowRunner.Transferred(Here, reached);
            Note(at, _state.Step, view, did, null, result.Reasons);
            Became(result);
            return true;
        }
        catch (FlowCircle)
        {
            Note(at, _state.Step, view, did, null, []);
            return false;
        }
    }

    private void Finish(FlowView view)
    {
        _silentAt.Clear();
        var result = FlowRunner.Finish(Here);
        Note(_elapsed, "", view, _todo.Dequeue(), null, result.Reasons);
        Became(result);
    }

    /// <summary>What is heard now: a line's first message comes before what is asked in it.</summary>
    private string HeardStep => _state.Line is { Told: false } line ? line.Queue : _state.Step;

    private bool IsAlways(Doing doing) => doing is { Kind: DoingKind.Press, Value.Length: 1 } && _set.Flow.Always.ContainsKey(doing.Value[0]);

    private PlayEnd Note(FlowView view, Doing did, Meaning? taken, PlayEnd end)
    {
        Note(_elapsed, HeardStep, view, did, taken, []);
        return end;
    }

    private void Note(TimeSpan at, string step, FlowView view, Doing did, Meaning? taken, ImmutableArray<Reason> reasons)
    {
        _turns.Add(new PlayedTurn(at, step, view.Question.Parts, did, view.Question.Listens, taken, [.. _came, .. reasons]));
        _came = [];
    }

    private void Became(FlowResult result)
    {
        if (_turns.Count == 0)
            _came = result.Reasons;
        _ways.AddRange(result.Ways);
        _state = result.State;
        if (_state.Line is not null)
            _inLine ??= _elapsed;
    }
}
