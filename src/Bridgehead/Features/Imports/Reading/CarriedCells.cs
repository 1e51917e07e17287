namespace Bridgehead.Features.Imports.Reading;

/// <summary>Carries the value of cells merged downwards to the rows they cover.</summary>
internal sealed class CarriedCells(IEnumerable<MergedArea> areas)
{
    private readonly Queue<MergedArea> _waiting = new(areas.OrderBy(area => area.FirstRow));
    private readonly List<(MergedArea Area, object Value)> _open = [];

    public void See(RawRow row)
    {
        _open.RemoveAll(open => open.Area.LastRow < row.Number);
        while (_waiting.TryPeek(out var next) && next.FirstRow <= row.Number)
        {
            _waiting.Dequeue();
            if (next.FirstRow == row.Number && row.At(next.FirstColumn) is { } value) _open.Add((next, value));
        }
    }

    /// <summary>Values by column that the row has from cells above; null when there are none.</summary>
    public Dictionary<int, object>? Into(RawRow row)
    {
        Dictionary<int, object>? values = null;
        foreach (var (area, value) in _open)
            if (area.FirstRow < row.Number && row.At(area.FirstColumn) is null) (values ??= [])[area.FirstColumn] = value;
        return values;
    }
}
