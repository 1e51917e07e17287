namespace Bridgehead.Features.Views;

/// <summary>A question about the projects that somebody asks again and again, with the way it is shown: filter, order, columns, grouping. It is an address with a name.</summary>
public sealed class SavedView : IVersioned, IAudited
{
    /// <summary>The longest address kept.</summary>
    public const int LongestQuery = 2000;

    private SavedView() { }

    /// <summary>Saves a view.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="ownerName">What the owner is called.</param>
    /// <param name="unit">The owner's unit, for those shared within it.</param>
    /// <param name="kind">How it is shown.</param>
    /// <param name="query">The question, as it stands in the address, without the question mark.</param>
    public SavedView(Guid owner, string ownerName, Guid unit, ViewKind kind, string query)
    {
        Refusal.When(query.Length > LongestQuery, $"视图的条件太长，请减少条件后再保存");
        (Id, OwnerId, OwnerName, UnitId, Kind, Query) = (Guid.CreateVersion7(), owner, ownerName, unit, kind, query);
    }

    /// <inheritdoc cref="IAudited.Id" />
    public Guid Id { get; private set; }
    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";
    /// <summary>Whose it is.</summary>
    public Guid OwnerId { get; private set; }
    /// <summary>The name the owner had then.</summary>
    public string OwnerName { get; private set; } = "";
    /// <summary>The owner's unit.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>Who else sees it.</summary>
    public ViewShare Share { get; private set; }
    /// <summary>How it is shown.</summary>
    public ViewKind Kind { get; private set; }
    /// <summary>The question, without the question mark.</summary>
    public string Query { get; private set; } = "";
    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>The address it opens at, marked as this view.</summary>
    public string Address => PathOf(Kind) + "?" + (Query.Length == 0 ? "" : Query + "&") + "view=" + Id;

    /// <summary>The page of a kind of view.</summary>
    public static string PathOf(ViewKind kind) => kind == ViewKind.Table ? "/projects" : "/projects/" + kind.ToString().ToLowerInvariant();

    /// <summary>Names it and says who sees it. Up to 40 characters.</summary>
    public void Call(string name, ViewShare share)
    {
        Refusal.When(string.IsNullOrWhiteSpace(name) || name.Trim().Length > 40, $"请给视图起一个名称，最多40个字", nameof(Name));
        (Name, Share) = (name.Trim(), share);
    }

    /// <summary>Lets it ask another question.</summary>
    public void Ask(ViewKind kind, string query)
    {
        Refusal.When(query.Length > LongestQuery, $"视图的条件太长，请减少条件后再保存");
        (Kind, Query) = (kind, query);
    }
}
