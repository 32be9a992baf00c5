using Bellwether.Kernel;

namespace Bellwether.Calendar;

/// <summary>How far the idea for a post has come while it has no day.</summary>
public enum IdeaStage
{
    /// <summary>A thought that somebody wrote down.</summary>
    Idea,

    /// <summary>Being written.</summary>
    Drafting,

    /// <summary>Written; it only needs a day.</summary>
    Ready,
}

/// <summary>How far the idea for a post has come.</summary>
public sealed partial class Post
{
    /// <summary>What a person said of it; null while nobody did.</summary>
    public IdeaStage? SaidStage { get; private set; }

    /// <summary>How far it has come: what was said, else an idea until it has words.</summary>
    public IdeaStage Stage => StageOf(SaidStage, Text.Length > 0);

    internal static IdeaStage StageOf(IdeaStage? said, bool hasWords) => said ?? (hasWords ? IdeaStage.Drafting : IdeaStage.Idea);

    /// <summary>Says how far it has come. One that is ready has something to say.</summary>
    public void StandAt(IdeaStage stage)
    {
        MustBeOpen();
        Rule.Require(
            stage != IdeaStage.Ready || Text.Length > 0 || variants.Exists(variant => variant.OwnText is not null || variant.Media.Count > 0), "nothing-to-say", $"“{Title}” has no words yet. Write it, then it is ready.", "stage");
        SaidStage = stage;
        Edits++;
    }
}
