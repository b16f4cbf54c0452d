using Acornima;

namespace OcopScoring.Workflows.Expressions;

/// <summary>How refused operators are written, for messages.</summary>
static class Operators
{
    public static string Symbol(Operator operation) => operation switch
    {
        Operator.TypeOf => "typeof",
        Operator.Void => "void",
        Operator.Delete => "delete",
        Operator.In => "in",
        Operator.InstanceOf => "instanceof",
        Operator.BitwiseNot => "~",
        Operator.BitwiseAnd => "&",
        Operator.BitwiseOr => "|",
        Operator.BitwiseXor => "^",
        Operator.LeftShift => "<<",
        Operator.RightShift => ">>",
        Operator.UnsignedRightShift => ">>>",
        _ => operation.ToString(),
    };
}
