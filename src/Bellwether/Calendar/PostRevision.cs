namespace Bellwether.Calendar;

/// <summary>Which version of its words a post stands at, and for which one somebody said yes.</summary>
public sealed partial class Post
{
    /// <summary>The number of the version it says now; grows with each change of its words.</summary>
    public int Revision { get; private set; }

    /// <summary>The version somebody approved; null where nobody was asked. It never outlives a change of the words.</summary>
    public int? ApprovedRevision { get; private set; }

    /// <summary>What tells its present words from any other.</summary>
    public string? Seal { get; private set; }

    /// <summary>Whether something was written since it was read from storage, the same words again included.</summary>
    internal bool IsTouched { get; private set; }

    /// <summary>Whether it says something else than its last version does.</summary>
    internal bool IsReworded => IsTouched && PostWording.Of(this).Seal() != Seal;

    /// <summary>The version to keep, where it says something else than its last one.</summary>
    internal PostVersion? Keep(Guid? author, string by)
    {
        IsTouched = false;
        var wording = PostWording.Of(this);
        var seal = wording.Seal();
        if (seal == Seal)
        {
            return null;
        }

        Seal = seal;
        Revision++;
        return new PostVersion(this, wording, author, by);
    }

    /// <summary>Somebody said yes and others are still asked: two who do so at the same moment see each other.</summary>
    internal void Wait() => Edits++;

    /// <summary>The approval is for these words and no others.</summary>
    internal void BindApproval() => ApprovedRevision = Revision;
}
