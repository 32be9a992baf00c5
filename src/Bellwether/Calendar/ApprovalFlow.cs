using Bellwether.Kernel;
using Bellwether.People;

namespace Bellwether.Calendar;

/// <summary>One step of a post's approval as it stands.</summary>
/// <param name="Name">What it is called; empty where the brand has no steps.</param>
/// <param name="All">Whether every one of those asked must say yes.</param>
/// <param name="Outside">Whether the yes comes by a link.</param>
/// <param name="WaitsFor">Who can still say yes; empty when done, or where somebody outside is asked.</param>
/// <param name="Given">Who said yes to the words as they are.</param>
/// <param name="Done">Whether it has what it needs.</param>
public sealed record ApprovalStepState(string Name, bool All, bool Outside, IReadOnlyList<Id<Member>> WaitsFor, IReadOnlyList<string> Given, bool Done);

/// <summary>
/// Works out how far a post's approval is. Only a yes to its present words counts. With four eyes nobody counts for their
/// own post; a step whose people have all left, or are all authors, falls to anybody else who may approve.
/// </summary>
/// <param name="Steps">The steps in their order.</param>
public sealed record ApprovalFlow(IReadOnlyList<ApprovalStepState> Steps)
{
    /// <summary>The first step that still lacks a yes; null when the whole approval is there.</summary>
    public ApprovalStepState? Current => Steps.FirstOrDefault(step => !step.Done);

    /// <summary>Whether somebody outside still has to say yes, now or later.</summary>
    public ApprovalStepState? Outside => Steps.FirstOrDefault(step => step.Outside && !step.Done);

    /// <summary>How far it is.</summary>
    /// <param name="rules">The brand's rules.</param>
    /// <param name="post">The post.</param>
    /// <param name="given">Every yes it ever got.</param>
    /// <param name="able">Everybody who may approve it now.</param>
    public static ApprovalFlow Of(CalendarRulesView rules, Post post, IReadOnlyCollection<Approval> given, IReadOnlyCollection<Id<Member>> able)
    {
        IReadOnlyList<ApprovalStep> steps = rules.Steps.Count > 0 ? rules.Steps : [new ApprovalStep("", [])];
        var mine = rules.FourEyes ? able.Where(member => member.Value == post.Author || member.Value == post.SubmittedBy).ToHashSet() : [];
        var others = able.Where(member => !mine.Contains(member)).ToList();
        return new ApprovalFlow([.. steps.Select(step => State(step, post, given, others))]);
    }

    private static ApprovalStepState State(ApprovalStep step, Post post, IReadOnlyCollection<Approval> given, List<Id<Member>> able)
    {
        var said = given.Where(one => one.Revision == post.Revision && one.Step == step.Name).ToList();
        IReadOnlyList<string> names = [.. said.Select(one => one.By).Distinct(StringComparer.Ordinal)];
        if (step.Outside)
        {
            return new ApprovalStepState(step.Name, false, true, [], names, said.Exists(one => one.Link is not null));
        }

        var named = able.Where(step.Members.Contains).ToList();
        var (asked, all) = named.Count > 0 ? (named, step.All) : (able, false);
        var yes = said.Where(one => one.Member is { } member && asked.Contains(member)).Select(one => one.Member!.Value).ToHashSet();
        var done = all ? asked.TrueForAll(yes.Contains) : yes.Count > 0;
        return new ApprovalStepState(step.Name, all, false, done ? [] : [.. asked.Where(member => !yes.Contains(member))], names, done);
    }
}
