using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Community211.Ivr.Files;

/// <summary>
/// Reads a YAML file into nodes. Anchors, aliases, tags and several documents are refused: nobody needs them here, and aliases are
/// how small files become large ones.
/// </summary>
public static class YamlSource
{
    /// <summary>Longest file that is read.</summary>
    internal const int MostCharacters = 1 << 20;

    private const int MostDepth = 24;

    /// <summary>The file's mapping; null, with findings, when there is none to read.</summary>
    public static MapNode? Read(string file, string text, Findings findings)
    {
        var whole = new Place(file);
        if (text.Length > MostCharacters)
        {
            findings.Add("file-too-large", whole, "The file is larger than 1 MB.", "Split it, or remove what does not belong there.");
            return null;
        }
        SavedAsUtf8.Look(file, text, findings);
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                findings.Add("file-empty", whole, "The file is empty.", "Write its content, or remove the file.");
                return null;
            }
            var node = ReadNode(parser, file, findings, 0);
            parser.Consume<DocumentEnd>();
            var next = parser.Current?.Start ?? Mark.Empty;
            if (!parser.TryConsume<StreamEnd>(out _))
                findings.Add("yaml-documents", new Place(file, (int)next.Line, (int)next.Column), "The file holds more than one document.", "Remove the lines '---'.");
            if (node is MapNode map)
                return map;
            findings.Add("yaml-mapping", node.At, "The file must be a mapping of 'name: value' lines.", "See the other files of this folder.");
        }
        catch (YamlException problem)
        {
            var at = new Place(file, (int)problem.Start.Line, (int)problem.Start.Column);
            if (TabIn(text) is { } line)
                findings.Add("yaml-broken", new Place(file, line, 1), "A tab stands before the text of this line.", "Write spaces in its place: YAML takes no tab as indentation.");
            else
                findings.Add("yaml-broken", at, $"This is not YAML: {problem.Message}", "Look at the indentation and the quotes on this line and the one before.");
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The parser's own slips on damaged escapes and directives.
            findings.Add("yaml-broken", whole with { Line = 1, Column = 1 }, $"This is not YAML: {problem.Message}", "Look for damaged escapes (a backslash in quotes) and for lines that begin with '%'.");
        }
        return null;
    }

    /// <summary>The first line that begins with a tab, after spaces or none; null if there is none. The parser names the block around it.</summary>
    private static int? TabIn(string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.TrimStart(' ') is ['\t', .. var rest] && !rest.IsWhiteSpace())
                return number;
        }
        return null;
    }

    private static Node ReadNode(Parser parser, string file, Findings findings, int depth)
    {
        var start = parser.Current!.Start;
        var at = new Place(file, (int)start.Line, (int)start.Column);
        if (depth > MostDepth)
            throw new YamlException(start, start, $"nested more than {MostDepth} deep");
        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
            findings.Add("yaml-extras", at, "Anchors and tags are not used here.", "Write the value out.");
        switch (parser.Current)
        {
            case Scalar scalar:
                parser.MoveNext();
                var quoted = scalar.Style is ScalarStyle.DoubleQuoted or ScalarStyle.SingleQuoted or ScalarStyle.Literal or ScalarStyle.Folded;
                if (!Readable.Is(scalar.Value))
                    findings.Add("control-character", at, "There is a control character here, which can be neither read nor spoken.", "Remove the escape.");
                return new TextNode(at, scalar.Value, quoted);
            case SequenceStart:
                parser.MoveNext();
                var items = ImmutableArray.CreateBuilder<Node>();
                while (!parser.TryConsume<SequenceEnd>(out _))
                    items.Add(ReadNode(parser, file, findings, depth + 1));
                return new ListNode(at, items.ToImmutable());
            case MappingStart:
                parser.MoveNext();
                return new MapNode(at, ReadEntries(parser, file, findings, depth));
            default:
                throw new YamlException(start, start, "an alias, which is not used here");
        }
    }

    private static ImmutableArray<MapEntry> ReadEntries(Parser parser, string file, Findings findings, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<MapEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(parser, file, findings, depth + 1);
            var value = ReadNode(parser, file, findings, depth + 1);
            if (key is not TextNode name)
                findings.Add("yaml-key", key.At, "A name must be plain text.", "Write 'name: value'.");
            else if (!seen.Add(name.Value))
                findings.Add("yaml-twice", key.At, $"'{name.Value}' stands here twice.", "Keep one of them.");
            else
                entries.Add(new MapEntry(name, value));
        }
        return entries.ToImmutable();
    }
}
