using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>A special offer with a code of its own per place, so that an order tells where it was seen.</summary>
public sealed class Deal : Placed<Deal>
{
    private Deal()
    {
    }

    public Deal(Id<Brand> brand, string code, string title, LinkPlace place, LocalDate from, LocalDate until, int? issued)
    {
        Brand = brand;
        Be(code, title, place, from, until, issued);
    }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The code people type in, in capitals; unique within the brand.</summary>
    public string Code { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>The first day it is valid, in the brand's zone.</summary>
    public LocalDate From { get; private set; }

    /// <summary>The last day it is valid.</summary>
    public LocalDate Until { get; private set; }

    /// <summary>How many codes were handed out, where they are counted; the base of the redemption rate.</summary>
    public int? Issued { get; private set; }

    /// <summary>A code as it is stored and compared: capitals, no spaces.</summary>
    public static string CodeOf(string code)
    {
        var text = Rule.Text(code, "code", 40, "the code that customers enter").ToUpperInvariant();
        Rule.Require(text.All(character => char.IsLetterOrDigit(character) || character is '-' or '_'), "code-invalid", "A deal's code has letters, digits, hyphens and underscores only, such as TACO10.", "code");
        return text;
    }

    /// <summary>Whether the deal holds on a day.</summary>
    public bool HoldsOn(LocalDate day) => From <= day && day <= Until;

    /// <summary>Says all of it anew.</summary>
    public void Be(string code, string title, LinkPlace place, LocalDate from, LocalDate until, int? issued)
    {
        Code = CodeOf(code);
        Title = Rule.Text(title, "title", 120);
        StandFor(place);
        Rule.Require(until >= from, "deal-ends-early", $"The deal ends on {until:uuuu-MM-dd}, before it begins. Put the later day last.", "until");
        Rule.Require(issued is null or > 0, "issued-invalid", "If codes were handed out one by one, say how many: at least 1.", "issued");
        (From, Until, Issued) = (from, until, issued);
    }

    /// <summary>Ends it after a day, sooner or later than planned.</summary>
    public void EndAfter(LocalDate day)
    {
        Rule.Require(day >= From, "deal-ends-early", $"The deal begins on {From:uuuu-MM-dd}; it cannot end before.", "until");
        Until = day;
    }
}

internal sealed class DealStorage : IEntityTypeConfiguration<Deal>
{
    public void Configure(EntityTypeBuilder<Deal> builder)
    {
        builder.ToTable("deals");
        builder.Property(deal => deal.Code).HasMaxLength(40);
        builder.HasIndex(deal => new { deal.Brand, deal.Code }).IsUnique();
        builder.MapPlace();
    }
}
