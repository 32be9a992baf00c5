using System.ComponentModel.DataAnnotations;
using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>What is decided about a network the brand is not on.</summary>
public enum CandidateDecision
{
    /// <summary>Nobody has decided.</summary>
    Open,

    /// <summary>We go there.</summary>
    Enter,

    /// <summary>Not yet; looked at again later.</summary>
    Wait,

    /// <summary>Not for us.</summary>
    Reject,
}

/// <summary>A network on which the brand could stand: why, who is there, and what was decided.</summary>
public sealed class NetworkCandidate : Entity<NetworkCandidate>
{
    private NetworkCandidate()
    {
    }

    public NetworkCandidate(Id<Brand> brand, string network) => (Brand, Network) = (brand, NetworkName.Of(network));

    public Id<Brand> Brand { get; private set; }

    public string Network { get; private set; } = "";

    /// <summary>What speaks for and against it: who is there, where rivals are, what it would take.</summary>
    public string? Case { get; private set; }

    public CandidateDecision Decision { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>The day it is looked at again; only while it waits.</summary>
    public LocalDate? LookAgain { get; private set; }

    public Instant? DecidedAt { get; private set; }

    public string? DecidedBy { get; private set; }

    public void Argue(string? text) => Case = Rule.OptionalText(text, "case", 2000);

    /// <summary>Decides, with a reason; waiting names the day to look again.</summary>
    public void Decide(CandidateDecision decision, string? reason, LocalDate? lookAgain, string by, Instant now)
    {
        Rule.Require(decision != CandidateDecision.Wait || lookAgain is not null, "look-again-missing", "Waiting needs a day to look again, or it is a no.", "lookAgain");
        Reason = decision == CandidateDecision.Open ? null : Rule.Text(reason, "reason", 400);
        (Decision, LookAgain, DecidedAt, DecidedBy) = (decision, decision == CandidateDecision.Wait ? lookAgain : null, now, by);
    }
}

internal sealed class NetworkCandidateStorage : IEntityTypeConfiguration<NetworkCandidate>
{
    public void Configure(EntityTypeBuilder<NetworkCandidate> builder)
    {
        builder.ToTable("network_candidates");
        builder.Property(row => row.Network).HasMaxLength(40);
        builder.Property(row => row.DecidedBy).HasMaxLength(120);
        builder.HasIndex(row => new { row.Brand, row.Network }).IsUnique();
    }
}

/// <summary>A possible network as it is shown.</summary>
/// <param name="Rivals">Rivals that are there.</param>
/// <param name="Present">Whether the brand has an account there already.</param>
/// <param name="Due">Whether the day to look again has come.</param>
public sealed record CandidateView(
    Id<NetworkCandidate> Id, string Network, string Name, string? Case, CandidateDecision Decision, string? Reason, LocalDate? LookAgain, bool Due, Instant? DecidedAt, string? DecidedBy, IReadOnlyList<string> Rivals, bool Present, int Version) : IVersioned;

/// <summary>The networks a brand could stand on, with who of the rivals is there and what was decided.</summary>
[Needs(Permission.Read)]
public sealed record CandidateList(Id<Brand> Brand) : IQuery<IReadOnlyList<CandidateView>>
{
    internal sealed class Handler(Db db, PlanFinder plans, CandidateDesk desk) : IHandle<CandidateList, IReadOnlyList<CandidateView>>
    {
        public async Task<IReadOnlyList<CandidateView>> HandleAsync(CandidateList request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var rows = await db.Set<NetworkCandidate>().AsNoTracking().Where(row => row.Brand == brand.Id).ToListAsync(cancel);
            return [.. (await desk.ViewAsync(brand, rows, cancel)).OrderBy(row => row.Decision).ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase)];
        }
    }
}

/// <summary>Puts a network on the list of those the brand could stand on. The same one twice is 409.</summary>
/// <param name="Case">What speaks for and against it.</param>
[Needs(Permission.TakePart)]
public sealed record ProposeNetwork(Id<Brand> Brand, string Network, string? Case = null) : ICommand<CandidateView>
{
    internal sealed class Handler(Db db, PlanFinder plans, CandidateDesk desk, Journal journal) : IHandle<ProposeNetwork, CandidateView>
    {
        public async Task<CandidateView> HandleAsync(ProposeNetwork request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var row = new NetworkCandidate(brand.Id, request.Network);
            if (await db.Set<NetworkCandidate>().AsNoTracking().AnyAsync(known => known.Brand == brand.Id && known.Network == row.Network, cancel))
            {
                throw Rule.Conflict("network-known", $"{NetworkCatalogue.Of(row.Network).Name} is on the list already.", "network");
            }

            row.Argue(request.Case);
            db.Add(row);
            journal.Say($"proposed {row.Network}", brand.Id.Value, null, row.Id, row.Case);
            return (await desk.ViewAsync(brand, [row], cancel))[0];
        }
    }
}

/// <summary>Decides about a possible network: enter, wait or reject, each with its reason; waiting needs a day to look again. What is left out stays.</summary>
[Needs(Permission.EditPlan)]
public sealed record DecideNetwork(
    Id<NetworkCandidate> Candidate, CandidateDecision? Decision = null, [property: MaxLength(400)] string? Reason = null, LocalDate? LookAgain = null, string? Case = null, int? IfVersion = null) : ICommand<CandidateView>, IExpectsVersion
{
    internal sealed class Handler(Db db, PlanFinder plans, CandidateDesk desk, ICurrent current, TimeProvider clock, Journal journal) : IHandle<DecideNetwork, CandidateView>
    {
        public async Task<CandidateView> HandleAsync(DecideNetwork request, CancellationToken cancel)
        {
            var row = await db.FindAsync(request.Candidate, "network", cancel);
            var brand = await plans.BrandAsync(row.Brand, cancel);
            row.Expect(request.IfVersion);
            row.Argue(request.Case ?? row.Case);
            if (request.Decision is { } decision)
            {
                row.Decide(decision, request.Reason, request.LookAgain, current.Name, clock.Now());
                journal.Say($"decided “{decision}” for {row.Network}", brand.Id.Value, null, row.Id, row.Reason);
            }

            return (await desk.ViewAsync(brand, [row], cancel))[0];
        }
    }
}

/// <summary>Shows possible networks with who is there.</summary>
[Scoped]
public sealed class CandidateDesk(Db db, TimeProvider clock)
{
    public async Task<IReadOnlyList<CandidateView>> ViewAsync(Brand brand, IReadOnlyList<NetworkCandidate> rows, CancellationToken cancel)
    {
        var rivals = await db.Set<Competitor>().AsNoTracking().Where(row => row.Brand == brand.Id && row.ArchivedAt == null).OrderBy(row => row.Key).ToListAsync(cancel);
        var present = (await db.Set<SocialAccount>().AsNoTracking().Where(row => row.Brand == brand.Id && row.ArchivedAt == null).Select(row => row.Network).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var today = clock.Today(brand.Zone);
        return
        [
            .. rows.Select(row => new CandidateView(
                row.Id, row.Network, NetworkCatalogue.Of(row.Network).Name, row.Case, row.Decision, row.Reason, row.LookAgain, row.LookAgain <= today, row.DecidedAt, row.DecidedBy,
                [.. rivals.Where(rival => rival.Accounts.Any(account => account.Network == row.Network)).Select(rival => rival.Name)], present.Contains(row.Network), row.Version)),
        ];
    }
}
