using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OcopScoring.Core.Database;

sealed class EntityIdConverter<T>() : ValueConverter<T, Guid>(id => id.Value, value => Make(value))
    where T : struct, IEntityId<T>
{
    // An expression tree cannot call a static abstract member itself.
    static T Make(Guid value) => T.From(value);
}
