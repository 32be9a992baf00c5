using Bellwether.Kernel;

namespace Bellwether.Actions;

/// <summary>A picture that a step delivers: for which network and place, in which size.</summary>
/// <param name="Use">The place: “cover”.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record Deliverable(string Network, string Use, int Width, int Height)
{
    /// <summary>What is wrong with a picture of this size; null when it fits or only has to be scaled down.</summary>
    public string? Mismatch(int width, int height)
    {
        var wanted = (decimal)Width / Height;
        var found = (decimal)width / height;
        return Math.Abs(found - wanted) / wanted > 0.01m
            ? $"{Use} on {Network} is {Width} × {Height}; this is {width} × {height}, another shape. It will be cropped."
            : width < Width
                ? $"{Use} on {Network} is {Width} × {Height}; this is only {width} × {height}. It will look soft."
                : null;
    }
}

/// <summary>A part of an action, or of another step: no limit to the depth.</summary>
public sealed class Step : Work<Step>
{
    private Step()
    {
    }

    /// <summary>A step belongs to one action; within it, it may belong to another step.</summary>
    public Step(ActionItem action, Step? parent, string title, int rank)
        : base(action.Plan, action.Brand, title, rank) => Place(action.Id, parent?.Id);

    public Id<ActionItem> ActionItem { get; private set; }

    public Id<Step>? Parent { get; private set; }

    /// <summary>The picture it delivers, if it is about one.</summary>
    public Deliverable? Deliverable { get; private set; }

    public override string? ParentKey => Parent?.ToString() ?? ActionItem.ToString();

    public override WorkKind Kind => WorkKind.Step;

    public void Place(Id<ActionItem> action, Id<Step>? parent) => (ActionItem, Parent) = (action, parent);

    public void Deliver(Deliverable? deliverable) => Deliverable = deliverable;
}
