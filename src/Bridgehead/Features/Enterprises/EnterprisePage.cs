using Bridgehead.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Bridgehead.Features.Enterprises;

/// <summary>A page about one side of an enterprise, under the tabs.</summary>
public abstract class EnterprisePage(BridgeheadDb db, ListEnterprises list, Asker asker, UnitOfWork work) : PageAbout<Enterprise>(db)
{
    /// <summary>Whether the asker may change enterprises.</summary>
    public bool MayWrite => asker.May(Permission.WriteEnterprises);

    /// <summary>Whether the asker may open personal data, one at a time.</summary>
    public bool MayOpen => asker.May(Permission.OpenContacts);

    /// <summary>Whether the asker may take a brief of it along.</summary>
    public bool MayBrief => asker.May(Permission.MakeReports);

    /// <summary>Who asks.</summary>
    protected Asker By => asker;

    /// <inheritdoc />
    protected override Task<Enterprise?> Find()
    {
        work.Subject = Id;
        return list.Visible().FirstOrDefaultAsync(e => e.Id == Id, Cancel);
    }
}
