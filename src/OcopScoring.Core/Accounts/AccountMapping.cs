using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OcopScoring.Core.Accounts;

sealed class RoleAssignmentMapping : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> table)
    {
        table.ToTable("role_assignments");
        table.HasOne<Account>().WithMany(a => a.Assignments).HasForeignKey(r => r.AccountId);
    }
}
