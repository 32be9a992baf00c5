using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Returns.Hours;

/// <summary>An entry of time as it is shown.</summary>
/// <param name="MemberName">Who worked; null when they are a member no more.</param>
/// <param name="WorkTitle">What it was for; null for the plan as a whole, or what is no longer there.</param>
/// <param name="Mine">Whether it is of whoever asks.</param>
/// <param name="ImportKey">What the next import knows it by; null for what did not come with a file.</param>
public sealed record TimeEntryView(
    Id<TimeEntry> Id, Id<Plan> Plan, Id<Member> Member, string? MemberName, LocalDate Day, int Minutes, string? Work, string? WorkTitle, string? Note, bool Mine, string? ImportKey, int Version) : IVersioned;

/// <summary>Finds time for whoever enters or changes it: one's own, or that of others for who runs plans.</summary>
[Scoped]
public sealed class TimeDesk(Db db, PlanFinder plans, Nodes nodes, WorkedDaysBook book, ICurrent current, TimeProvider clock)
{
    /// <summary>The member who asks.</summary>
    public Id<Member> Me => current.MemberKey is { } key ? new Id<Member>(key) : throw Rule.Forbidden("Only a person enters time. Sign in, or use a token of your own.");

    /// <summary>Whose time it is: one's own when nobody is named; 403 for others' without the right to it.</summary>
    public async Task<Member> WhoAsync(Id<Member>? member, CancellationToken cancel)
    {
        var who = member ?? Me;
        if (who.Value != current.MemberKey && !current.May(Permission.RunPlan))
        {
            throw Rule.Forbidden("This is the time of somebody else. Ask them, or somebody who runs the plan, to change it.");
        }

        return await db.FindAsync(who, "member", cancel);
    }

    /// <summary>The plan, its brand and the brand's date; a closed plan still takes the time that was worked for it.</summary>
    public async Task<(Plan Plan, Brand Brand, LocalDate Today)> SceneAsync(Id<Plan> plan, CancellationToken cancel)
    {
        var (found, brand) = await plans.FindWithBrandAsync(plan, cancel);
        return (found, brand, clock.Today(brand.Zone));
    }

    /// <summary>What work is called; 404 when it is no part of the plan, null for the plan as a whole.</summary>
    public async Task<string?> TitleAsync(string? work, Plan plan, CancellationToken cancel) =>
        string.IsNullOrWhiteSpace(work) ? null : (await nodes.FindAsync(work.Trim(), cancel, plan)).Title;

    /// <summary>The entry, when whoever asks may change it.</summary>
    public async Task<TimeEntry> ToChangeAsync(Id<TimeEntry> id, int? version, CancellationToken cancel)
    {
        var entry = await db.FindAsync(id, "entry", cancel);
        await WhoAsync(entry.Member, cancel);
        entry.Expect(version);
        return entry;
    }

    /// <summary>422 when the day of this person has no room for so many minutes more; until the request is over nobody else changes the time of this person.</summary>
    public async Task RoomAsync(Member who, LocalDate day, int more, CancellationToken cancel) =>
        (await book.OfAsync([who.Id], day, day, cancel)).Add(who, day, more);

    public TimeEntryView View(TimeEntry entry, string? member, string? title) =>
        new(entry.Id, entry.Plan, entry.Member, member, entry.Day, entry.Minutes, entry.Work, title, entry.Note, entry.Member.Value == current.MemberKey, entry.ImportKey, entry.Version);
}
