using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Views;

/// <summary>Saves, shares and removes views, and remembers with which one each person begins; the same for page and API. Only the owner changes a view.</summary>
public sealed class KeepViews(BridgeheadDb db, Asker asker, UnitOfWork work)
{
    /// <summary>The views the asker sees: the own ones first, then those of the unit, then everybody's, each by name.</summary>
    public async Task<IReadOnlyList<SavedView>> All(CancellationToken cancel = default) =>
        [.. (await Seen().AsNoTracking().ToListAsync(cancel)).OrderBy(v => v.OwnerId == asker.UserId ? 0 : v.Share == ViewShare.Unit ? 1 : 2).ThenBy(v => v.Name, StringComparer.Ordinal).ThenBy(v => v.Id)];

    /// <summary>One the asker sees; null when it is not there.</summary>
    public Task<SavedView?> Find(Guid id, CancellationToken cancel = default) => Seen().FirstOrDefaultAsync(v => v.Id == id, cancel);

    /// <summary>The view the asker begins with, of those the asker sees; null when none was chosen, or it is no longer shared.</summary>
    public async Task<SavedView?> Begin(IReadOnlyList<SavedView> seen, CancellationToken cancel = default)
    {
        if (seen.Count == 0 || asker.UserId is not { } user) return null;
        var chosen = await db.Set<DefaultView>().Where(d => d.UserId == user).Select(d => (Guid?)d.ViewId).FirstOrDefaultAsync(cancel);
        return seen.FirstOrDefault(v => v.Id == chosen);
    }

    /// <summary>Whether the asker may show a view to everybody.</summary>
    public bool MayShare => asker.May(Permission.ShareViews);

    /// <summary>Whether the view is the asker's own.</summary>
    public bool IsOwn(SavedView view) => asker.UserId is { } user && view.OwnerId == user;

    /// <summary>Saves a new view.</summary>
    public async Task<SavedView> Save(SavedViewInput input, CancellationToken cancel = default)
    {
        Refusal.When(asker.UserId is null, $"请先登录再保存视图");
        RefuseShare(input.Share);
        var view = new SavedView(asker.UserId!.Value, asker.Name, asker.UnitId, input.Kind, input.Asked());
        view.Call(input.Name, input.Share);
        work.Subject = view.Id;
        db.Add(view);
        await db.SaveChangesAsync(cancel);
        if (input.Default) await BeginWith(view, cancel);
        return view;
    }

    /// <summary>Changes the name, the sharing and, when one is given, the question of an own view, as it was read.</summary>
    public async Task Change(SavedView view, SavedViewInput input, long version, CancellationToken cancel = default)
    {
        RefuseOthers(view);
        RefuseShare(input.Share);
        work.Subject = view.Id;
        db.ReadAt(view, version);
        view.Call(input.Name, input.Share);
        if (input.Query is not null) view.Ask(input.Kind, input.Asked());
        await db.SaveChangesAsync(cancel);
        if (input.Default) await BeginWith(view, cancel);
    }

    /// <summary>Removes an own view, as it was read.</summary>
    public async Task Remove(SavedView view, long version, CancellationToken cancel = default)
    {
        RefuseOthers(view);
        work.Subject = view.Id;
        db.ReadAt(view, version);
        db.Remove(view);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Lets the asker begin with a view; with none when it is null.</summary>
    public async Task BeginWith(SavedView? view, CancellationToken cancel = default)
    {
        Refusal.When(asker.UserId is null, $"请先登录再保存视图");
        var user = asker.UserId!.Value;
        await db.BeginWrite(cancel);
        var standing = await db.Set<DefaultView>().FirstOrDefaultAsync(d => d.UserId == user, cancel);
        if (view is null && standing is not null) db.Remove(standing);
        else if (view is not null && standing is null) db.Add(new DefaultView { UserId = user, ViewId = view.Id });
        else if (view is not null) standing!.ViewId = view.Id;
        db.Note(new FieldChange(nameof(DefaultView), user, nameof(DefaultView.ViewId), null, view?.Name));
        await db.SaveChangesAsync(cancel);
    }

    private IQueryable<SavedView> Seen()
    {
        var (user, unit) = (asker.UserId, asker.UnitId);
        return db.Set<SavedView>().Where(v => v.OwnerId == user || v.Share == ViewShare.Everybody || (v.Share == ViewShare.Unit && v.UnitId == unit));
    }

    private void RefuseOthers(SavedView view) => Refusal.Unless(IsOwn(view), $"这个视图由{view.OwnerName}保存，只能由本人修改；您可以另存为自己的视图");

    private void RefuseShare(ViewShare share) => Refusal.When(share == ViewShare.Everybody && !MayShare, $"共享给所有人需要审核人员办理，您可以先共享给本单位", nameof(SavedView.Share));
}
