using System.Text.Json;

namespace Community211.Ivr.Host.Recordings.Import;

/// <summary>
/// An HTTP archive, read entry by entry: a file that was cut off gives what stands before the cut. Only requests count; what was answered
/// is not ours to compare with.
/// </summary>
internal static class HarFile
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    public static void Read(byte[] file, ImportedCalls into)
    {
        var start = file.AsSpan().StartsWith(Mark) ? Mark.Length : 0;
        var reader = new Utf8JsonReader(file.AsSpan(start), new JsonReaderOptions { AllowTrailingCommas = true });
        var lines = new LineCounter(file, start);
        var found = false;
        try
        {
            while (!found && reader.Read())
                found = reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 2 && reader.ValueTextEquals("entries");
            if (!found || !reader.Read() || reader.TokenType != JsonTokenType.StartArray)
            {
                into.Problem(1, "It is no HTTP archive: an object 'log' with a list 'entries' is needed.");
                return;
            }
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var line = lines.At(reader.TokenStartIndex);
                using var entry = JsonDocument.ParseValue(ref reader);
                HarEntry.Read(entry.RootElement, line, into);
            }
            while (reader.Read())
            {
            }
        }
        catch (JsonException broken)
        {
            into.Problem((int)(broken.LineNumber ?? 0) + 1, found ? "The file is cut off or damaged here; what stands before was read." : "It is no HTTP archive: what stands here is no JSON.");
        }
    }

    /// <summary>Counts lines forward only.</summary>
    private sealed class LineCounter(byte[] file, int start)
    {
        private long _seen;
        private int _line = 1;

        public int At(long position)
        {
            _line += file.AsSpan(start + (int)_seen, (int)(position - _seen)).Count((byte)'\n');
            _seen = position;
            return _line;
        }
    }
}
