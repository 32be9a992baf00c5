using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bellwether.Storage.Migrations;

/// <summary>Takes away indexes of a workspace alone, where a table has a better one: SQLite knows no numbers of rows and took them for as good.</summary>
[DbContext(typeof(Db))]
[Migration("20261123300000_WorkspaceIndexes")]
public sealed class M30WorkspaceIndexes : Migration
{
    private static readonly string[] Tables =
    [
        "account_profiles", "account_requests", "action_items", "activations", "ad_rows", "agenda_items", "aim_settlements", "approvals", "arbitrations", "assisted_deals",
        "assumptions", "attempts", "attestations", "audience_snapshots", "audiences", "audit_lines", "audits", "best_practices", "borrowed_tactics", "budgets",
        "bulk_changes", "business_objectives", "cadence_policies", "campaigns", "canned_answers", "case_evidence", "case_messages", "cases", "change_entries", "channels",
        "check_ins", "claims", "collateral", "comments", "community_places", "connections", "content_pillars", "conversation_slots", "conversation_starters", "conversions",
        "cost_entries", "decisions", "department_aims", "departments", "dossier_archives", "evergreen_posts", "evergreen_turns", "evidence_files", "expectations",
        "feed_entries", "feed_pictures", "field_values", "figure_readings", "filled_posts", "fillings", "finding_links", "findings", "followed_feeds", "gap_steps", "goals",
        "handovers", "ideas", "impersonation_cases", "import_runs", "inspirations", "journal_entries", "kpi_targets", "lessons", "link_domains", "link_hubs", "link_imports",
        "mails", "margins", "media_usage", "members", "mention_counts", "network_cases", "network_uses", "objectives", "observation_batches", "observations",
        "open_questions", "operation_ideas", "outbox", "personas", "plan_approvals", "plan_notices", "planned_conversations", "plans", "playbook_pages", "playbook_shares",
        "post_charges", "post_imports", "post_queues", "post_series", "post_templates", "post_versions", "posts", "premortem_entries", "progress_entries", "publications",
        "question_sets", "queued_posts", "reallocations", "recounts", "research_dossiers", "return_imports", "review_links", "review_remarks", "running_timers",
        "search_checks", "series_posts", "sign_in_tries", "stakeholder_interviews", "steps", "survey_answers", "survey_invitations", "surveys", "swot_points", "tactics",
        "techniques", "template_rows", "ticklers", "time_entries", "tools", "tracked_links", "variants", "work_relations", "working_copies",
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables)
        {
            migrationBuilder.Sql($"drop index if exists \"IX_{table}_workspace\"");
        }
    }
}
