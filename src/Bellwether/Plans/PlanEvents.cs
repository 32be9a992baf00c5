using Bellwether.Brands;
using Bellwether.Kernel;

namespace Bellwether.Plans;

/// <summary>A plan came into force: its work is assigned and followed from now on.</summary>
public sealed record PlanActivated(Id<Plan> Plan, Id<Brand> Brand, int Number) : IEvent;

/// <summary>Corrections came into force as the next version; everybody is told what changed.</summary>
public sealed record PlanRevised(Id<Plan> Plan, Id<Brand> Brand, int Number, IReadOnlyList<string> Changes) : IEvent;

/// <summary>A plan is over.</summary>
public sealed record PlanClosed(Id<Plan> Plan, Id<Brand> Brand) : IEvent;

/// <summary>The next cycle of a plan was begun.</summary>
public sealed record PlanReimplemented(Id<Plan> Plan, Id<Plan> Predecessor, Id<Brand> Brand) : IEvent;

/// <summary>Somebody was named in a comment.</summary>
public sealed record MembersMentioned(Id<Comment> Comment, Id<Brand> Brand, Id<Plan>? Plan, IReadOnlyList<Id<People.Member>> Members, string By, string Node, string Title, string Path, string Text) : IEvent;
