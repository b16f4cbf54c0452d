using Microsoft.EntityFrameworkCore.Migrations;

namespace OcopScoring.Core.Database;

/// <summary>What the database itself refuses: published versions never change, and the journal only grows.</summary>
static class Protection
{
    static readonly string[] Immutable = ["regime_versions", "workflow_versions", "rubric_versions", "workflow_journal"];

    public static void Add(MigrationBuilder migration)
    {
        migration.Sql("""
            create function refuse_change() returns trigger language plpgsql as $$
            begin
                raise exception 'rows of % never change', tg_table_name using errcode = 'restrict_violation';
            end $$;
            """);
        foreach (var table in Immutable)
            migration.Sql($"create trigger refuse_change before update or delete on {table} for each row execute function refuse_change();");
    }
}
