using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Queues.Figures;
using CsvHelper;
using NodaTime;

namespace Community211.Ivr.Host.Commands;

/// <summary>A report for people, for programs and for spreadsheets.</summary>
internal sealed class ReportView(FigureStory story, DateTimeZone zone)
{
    private const string All = "all";

    private List<List<string>> Rows => story.Table.Needs is { } needs ? OfNeeds(needs, story.By) :
    [
        [.. ReportCells.Header(story.Table).Prepend(story.By.ToString().ToLowerInvariant())],
        .. story.Table.Groups.Select(g => ReportCells.Of(g.Figure, exact: false).Prepend(g.Key).ToList()),
        [.. ReportCells.Of(story.Table.All, exact: true).Prepend(All)],
    ];

    public IEnumerable<string> Text()
    {
        var rows = Rows;
        var widths = Enumerable.Range(0, rows[0].Count).Select(i => rows.Max(r => r[i].Length)).ToList();
        return
        [
            $"Calls from {Local(story.From)} until {Local(story.Until)}, counted {Local(story.At)}. Waits count from our answer; docs/figures.md says what each column is.",
            .. rows.Select(r => string.Join("  ", r.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd()),
        ];
    }

    public IEnumerable<string> Csv()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            foreach (var row in Rows)
            {
                row.ForEach(csv.WriteField);
                csv.NextRecord();
            }
        }
        return text.ToString().TrimEnd().Split('\n').Select(l => l.TrimEnd('\r'));
    }

    /// <summary>As in the other forms; what is not told is null.</summary>
    public IEnumerable<string> Json()
    {
        var rows = Rows;
        var told = new
        {
            from = story.From,
            until = story.Until,
            by = story.By.ToString().ToLowerInvariant(),
            counted = story.At,
            rows = rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(c => c.First, c => Value(c.Second), StringComparer.Ordinal)),
        };
        return [JsonSerializer.Serialize(told, ConsoleJson.Whole)];
    }

    /// <summary>No count from 1 to 4 is told, also not of a type in all regions.</summary>
    private static List<List<string>> OfNeeds(ImmutableArray<NeedRow> needs, FigureGroup by) =>
    [
        by == FigureGroup.Unmet ? ["inquiry", "region", "why", "unmet"] : [by.ToString().ToLowerInvariant(), "region", "noted", "met", "unmet"],
        .. needs.Select(n => by == FigureGroup.Unmet
            ? new List<string> { n.Type, n.Region, n.Why ?? "", ReportCells.Told(n.Unmet) }
            : [n.Type, n.Region, ReportCells.Told(n.Noted), ReportCells.Told(n.Met), ReportCells.Told(n.Unmet)]),
    ];

    private static object? Value(string cell) =>
        cell.Length == 0 || cell.StartsWith('<') ? null
        : cell.EndsWith('%') ? Math.Round(decimal.Parse(cell[..^1], CultureInfo.InvariantCulture) / 100, 3)
        : int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : cell;

    private string Local(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
