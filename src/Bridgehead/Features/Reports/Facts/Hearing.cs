namespace Bridgehead.Features.Reports;

/// <summary>To whom and in whose name the report is given, when it is read out to the standing committee of the people's congress.</summary>
/// <param name="Salutation">主送机关 without the colon, such as 主任、各位副主任、秘书长、各位委员.</param>
/// <param name="OnBehalfOf">Who sends the reporter, such as 市人民政府; null when the unit speaks for itself.</param>
/// <param name="Occasion">The line under the title, such as ——2023年4月13日在市第五届人大常委会第十次会议上; null for none.</param>
/// <param name="Reporter">Title and name of who reports; null for none.</param>
public sealed record Hearing(string Salutation, string? OnBehalfOf = null, string? Occasion = null, string? Reporter = null);
