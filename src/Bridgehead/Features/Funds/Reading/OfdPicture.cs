using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Bridgehead.Features.Funds.Reading;

/// <summary>The first page of an OFD as a picture (SVG): its texts and lines at their places, so that what was read can be held beside what is printed. Seals and pictures are left out.</summary>
internal static class OfdPicture
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string? Of(Stream file)
    {
        using var ofd = OfdFile.Open(file);
        if (ofd.Pages().FirstOrDefault() is not { Page: { } page } first) return null;
        var box = OfdPage.Numbers((page.At("Area", "PhysicalBox") ?? ofd.Document.At("CommonData", "PageArea", "PhysicalBox")).Words());
        var (width, height) = box.Length == 4 ? (box[2], box[3]) : (210m, 140m);
        var svg = new XElement(Svg + "svg", new XAttribute("viewBox", $"0 0 {Text(width)} {Text(height)}"), new XAttribute("width", Text(width) + "mm"), new XAttribute("height", Text(height) + "mm"),
            new XElement(Svg + "rect", new XAttribute("width", Text(width)), new XAttribute("height", Text(height)), new XAttribute("fill", "#fff")));
        foreach (var layer in new[] { first.Template, page }.OfType<XElement>())
        {
            foreach (var path in OfdPage.Objects(layer, "PathObject")) svg.Add(Path(path));
            foreach (var text in OfdPage.Objects(layer, "TextObject")) svg.Add(Letters(text));
        }
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    private static IEnumerable<XElement> Letters(XElement text) => OfdPage.Places(text).Select(place => new XElement(Svg + "text",
        new XAttribute("x", string.Join(' ', place.X.Select(Text))), new XAttribute("y", string.Join(' ', place.Y.Distinct().Count() == 1 ? [Text(place.Y[0])] : place.Y.Select(Text))),
        new XAttribute("font-size", Text(OfdPage.Number(text, "Size", 3.175m))), new XAttribute("font-family", "Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"),
        new XAttribute("fill", Colour(text, "FillColor") ?? "#000"), place.Text));

    private static XElement? Path(XElement path)
    {
        var box = OfdPage.Numbers(path.Attribute("Boundary")?.Value);
        if (box.Length < 2 || Shape(path.Child("AbbreviatedData").Words()) is not { Length: > 0 } shape) return null;
        var matrix = OfdPage.Numbers(path.Attribute("CTM")?.Value) is { Length: 6 } m ? $" matrix({string.Join(' ', m.Select(Text))})" : "";
        return new XElement(Svg + "path", new XAttribute("d", shape), new XAttribute("transform", $"translate({Text(box[0])} {Text(box[1])}){matrix}"), new XAttribute("fill", "none"),
            new XAttribute("stroke", Colour(path, "StrokeColor") ?? "#9c5223"), new XAttribute("stroke-width", Text(OfdPage.Number(path, "LineWidth", 0.25m))));
    }

    // M, L, Q, C are those of SVG; B is a cubic curve, C closes
    private static string? Shape(string data)
    {
        if (data.Length > 20_000) return null;
        var shape = new StringBuilder();
        foreach (var word in data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var piece = word switch { "M" or "S" => "M", "L" => "L", "Q" => "Q", "B" => "C", "A" => "A", "C" => "Z", _ => OfdPage.Numbers(word) is [var number] ? Text(number) : null };
            if (piece is null) return null;
            shape.Append(piece).Append(' ');
        }
        return shape.ToString().TrimEnd();
    }

    private static string? Colour(XElement from, string name) =>
        OfdPage.Numbers(from.Child(name)?.Attribute("Value")?.Value) is [var r, var g, var b] ? $"rgb({Text(Math.Clamp(r, 0, 255))} {Text(Math.Clamp(g, 0, 255))} {Text(Math.Clamp(b, 0, 255))})" : null;

    private static string Text(decimal number) => Math.Round(number, 3).ToString("0.###", CultureInfo.InvariantCulture);
}
