using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Research;

/// <summary>Lets one person answer once. Only the hash of its code is kept.</summary>
public sealed class SurveyInvitation : PlanResearch<SurveyInvitation>
{
    private SurveyInvitation()
    {
    }

    public SurveyInvitation(Survey survey, Plan plan, string name, string hash, CustomerSegment? segment)
        : base(plan) => (Survey, Name, Hash, Segment) = (survey.Id, Rule.Text(name, "name", 120), hash, segment);

    public Id<Survey> Survey { get; private set; }

    /// <summary>Which mailing or counter it belongs to; never a person.</summary>
    public string Name { get; private set; } = "";

    public string Hash { get; private set; } = "";

    public CustomerSegment? Segment { get; private set; }

    public Instant? UsedAt { get; private set; }

    public void Use(Instant now) => UsedAt ??= now;
}

/// <summary>What one person answered. It points to nobody unless that person agreed.</summary>
public sealed class SurveyAnswer : PlanResearch<SurveyAnswer>
{
    private SurveyAnswer()
    {
    }

    internal SurveyAnswer(Survey survey, Plan plan, string ticket, IReadOnlyDictionary<string, IReadOnlyList<string>> given, bool consent, CustomerSegment? segment, string? via)
        : base(plan) => (Survey, Ticket, Given, Consent, Segment, Via) = (survey.Id, ticket, given, consent, segment, via);

    public Id<Survey> Survey { get; private set; }

    /// <summary>Hash of what let the person answer; the same one is taken once.</summary>
    public string Ticket { get; private set; } = "";

    /// <summary>Answers by the keys of the questions.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Given { get; private set; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    public bool Consent { get; private set; }

    public CustomerSegment? Segment { get; private set; }

    /// <summary>Where the link or printed code was found: “till”.</summary>
    public string? Via { get; private set; }
}

internal sealed class SurveyInvitationStorage() : ResearchStorage<SurveyInvitation>("survey_invitations")
{
    protected override void Map(EntityTypeBuilder<SurveyInvitation> builder)
    {
        builder.Property(row => row.Name).HasMaxLength(120);
        builder.Property(row => row.Hash).HasMaxLength(64);
        builder.HasIndex(row => new { row.Survey, row.Hash }).IsUnique();
    }
}

internal sealed class SurveyAnswerStorage() : ResearchStorage<SurveyAnswer>("survey_answers")
{
    protected override void Map(EntityTypeBuilder<SurveyAnswer> builder)
    {
        builder.Property(row => row.Given).AsJson();
        builder.Property(row => row.Ticket).HasMaxLength(64);
        builder.Property(row => row.Via).HasMaxLength(40);
        builder.HasIndex(row => new { row.Survey, row.Ticket }).IsUnique();
    }
}
