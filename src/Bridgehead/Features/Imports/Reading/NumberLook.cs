namespace Bridgehead.Features.Imports.Reading;

/// <summary>How a cell style shows a number.</summary>
internal enum NumberLook : byte
{
    Plain,
    Day,
    Share,
}
