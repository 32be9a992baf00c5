using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Links;

/// <summary>What something stands for or is credited to: ids as text, of steps that come later. All of them may be absent.</summary>
public sealed record LinkPlace(
    string? Plan = null, string? Post = null, string? Variant = null, string? Channel = null, string? Account = null, string? Goal = null, string? Campaign = null);

/// <summary>A thing with a place, in columns of its own so that it is found by each of them.</summary>
public abstract class Placed<T> : Entity<T>
    where T : Placed<T>
{
    public string? Plan { get; private set; }

    public string? Post { get; private set; }

    public string? Variant { get; private set; }

    public string? Channel { get; private set; }

    public string? Account { get; private set; }

    public string? Goal { get; private set; }

    public string? Campaign { get; private set; }

    public LinkPlace Place => new(Plan, Post, Variant, Channel, Account, Goal, Campaign);

    protected void StandFor(LinkPlace place) => (Plan, Post, Variant, Channel, Account, Goal, Campaign) = place;
}

/// <summary>The columns of a place.</summary>
internal static class PlacedColumns
{
    public static readonly string[] All = [nameof(LinkPlace.Plan), nameof(LinkPlace.Post), nameof(LinkPlace.Variant), nameof(LinkPlace.Channel), nameof(LinkPlace.Account), nameof(LinkPlace.Goal), nameof(LinkPlace.Campaign)];

    public static void MapPlace<T>(this EntityTypeBuilder<T> builder)
        where T : Placed<T>
    {
        builder.Ignore(row => row.Place);
        foreach (var column in All)
        {
            builder.Property(column).HasMaxLength(60);
        }
    }
}
