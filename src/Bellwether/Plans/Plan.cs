using Bellwether.Brands;
using Bellwether.Kernel;

namespace Bellwether.Plans;

/// <summary>A social media marketing plan of one brand: one cycle, one or more versions.</summary>
public sealed class Plan : Entity<Plan>
{
    private Plan()
    {
    }

    /// <summary>A new plan is an outline.</summary>
    public Plan(Id<Brand> brand, string title)
    {
        Brand = brand;
        Title = Rule.Text(title, "title", 120);
    }

    public Id<Brand> Brand { get; private set; }

    public string Title { get; private set; } = "";
}
