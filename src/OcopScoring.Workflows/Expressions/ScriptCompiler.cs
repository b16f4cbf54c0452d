using Acornima;
using Acornima.Ast;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Expressions;

/// <summary>
/// Parses one JavaScript expression, refuses everything outside the subset of elsa-format.md (part 2) and turns the rest into nodes
/// of its own. Names are resolved here, so that a script cannot ask for anything at run time that was not checked.
/// </summary>
sealed class ScriptCompiler(INames names)
{
    const int LongestScript = 20_000;

    static readonly ParserOptions Options = new();

    /// <returns>The script, or null with what is wrong.</returns>
    public ScriptNode? Compile(string text, out string? fault)
    {
        fault = null;
        if (text.Length > LongestScript)
        {
            fault = "the script is longer than 20,000 characters";
            return null;
        }

        try
        {
            Expression tree = new Parser(Options).ParseExpression(text);
            return Node(tree, 1);
        }
        catch (ParseErrorException error)
        {
            fault = $"the script does not parse: {error.Description ?? error.Message}";
        }
        catch (InsufficientExecutionStackException)
        {
            fault = Limits.TooDeep;
        }
        catch (ScriptFailure failure)
        {
            fault = failure.Message;
        }

        return null;
    }

    ScriptNode Node(Node tree, int depth)
    {
        if (depth > Limits.Depth) throw new ScriptFailure(Limits.TooDeep);
        return tree switch
        {
            Literal literal => Constant(literal),
            Identifier { Name: "undefined" } => new ConstantNode(Value.Undefined),
            Identifier { Name: "variables" or "Math" } name => throw new ScriptFailure($"'{name.Name}' may only be used with the name of a member"),
            Identifier name => throw new ScriptFailure($"the name '{name.Name}' is unknown; use getVariable, getInput or get{name.Name}()"),
            TemplateLiteral template => Template(template, depth),
            ArrayExpression array => new ArrayNode([.. array.Elements.Select(item => Item(item, depth + 1))]),
            ConditionalExpression choice => new ConditionalNode(Node(choice.Test, depth + 1), Node(choice.Consequent, depth + 1), Node(choice.Alternate, depth + 1)),
            LogicalExpression logical => new LogicalNode(Logical(logical), Node(logical.Left, Chained(logical.Left, depth)), Node(logical.Right, depth + 1)),
            BinaryExpression binary => new BinaryNode(Binary(binary), Node(binary.Left, Chained(binary.Left, depth)), Node(binary.Right, depth + 1)),
            UnaryExpression unary => new UnaryNode(Unary(unary), Node(unary.Argument, depth + 1)),
            MemberExpression member => Member(member, depth),
            CallExpression call => new CallCompiler(names, Node).Compile(call, depth),
            _ => throw Outside(Describe(tree)),
        };
    }

    /// <summary>A chain such as <c>a + b + c</c> is one level, although its tree leans to the left.</summary>
    static int Chained(Node left, int depth) => left is BinaryExpression ? depth : depth + 1;

    internal static ScriptFailure Outside(string what) => new($"{what} may not be used in a script");

    static string Describe(Node tree) => tree.Type switch
    {
        NodeType.ThisExpression => "'this'",
        NodeType.AssignmentExpression or NodeType.UpdateExpression => "an assignment",
        NodeType.FunctionExpression or NodeType.ArrowFunctionExpression => "a function",
        NodeType.ObjectExpression => "an object literal",
        NodeType.NewExpression => "'new'",
        NodeType.SequenceExpression => "the comma operator",
        NodeType.ChainExpression => "optional chaining",
        NodeType.SpreadElement => "spreading",
        NodeType.TaggedTemplateExpression => "a tagged template",
        _ => tree.Type.ToString(),
    };

    static ConstantNode Constant(Literal literal) => literal switch
    {
        StringLiteral text => new ConstantNode(Value.Of(text.Value)),
        NumericLiteral number => new ConstantNode(Value.Of(number.Value)),
        BooleanLiteral flag => new ConstantNode(Value.Of(flag.Value)),
        NullLiteral => new ConstantNode(Value.Null),
        BigIntLiteral => throw Outside("a BigInt"),
        _ => throw Outside("a regular expression"),
    };

    ScriptNode Item(Node? item, int depth) => item is null ? new ConstantNode(Value.Undefined) : Node(item, depth);

    TemplateNode Template(TemplateLiteral template, int depth) => new(
        [.. template.Quasis.Select(part => part.Value.Cooked ?? throw Outside("a broken escape"))],
        [.. template.Expressions.Select(part => Node(part, depth + 1))]);

    ScriptNode Member(MemberExpression member, int depth)
    {
        if (member.Optional) throw Outside("optional chaining");
        string? name = FixedName(member);
        if (name is not null && MemberNode.IsForbidden(name)) throw new ScriptFailure($"the property '{name}' may not be read");
        if (member.Object is Identifier { Name: "variables" })
        {
            if (name is null) throw new ScriptFailure("'variables' needs the name of a variable, not an expression");
            return names.TryVariable(name, out VariableReference reference)
                ? new VariableNode(reference)
                : throw new ScriptFailure($"the variable '{name}' is not declared");
        }

        if (member.Object is Identifier { Name: "Math" }) throw Outside($"Math.{name}");
        if (!member.Computed && name == "includes") throw Outside("'includes' without a call");
        int inner = member.Object is MemberExpression ? depth : depth + 1;
        return new MemberNode(Node(member.Object, inner), name is null ? Node(member.Property, depth + 1) : new ConstantNode(Value.Of(name)));
    }

    internal static string? FixedName(MemberExpression member) =>
        !member.Computed && member.Property is Identifier name ? name.Name
        : member.Computed && member.Property is StringLiteral text ? text.Value
        : !member.Computed ? throw Outside("a private name")
        : null;

    static LogicalOperator Logical(LogicalExpression logical) => logical.Operator switch
    {
        Operator.LogicalAnd => LogicalOperator.And,
        Operator.LogicalOr => LogicalOperator.Or,
        _ => LogicalOperator.Coalesce,
    };

    static UnaryOperator Unary(UnaryExpression unary) => unary.Operator switch
    {
        Operator.LogicalNot => UnaryOperator.Not,
        Operator.UnaryPlus => UnaryOperator.Plus,
        Operator.UnaryNegation => UnaryOperator.Minus,
        _ => throw Outside($"the operator '{Operators.Symbol(unary.Operator)}'"),
    };

    static BinaryOperator Binary(BinaryExpression binary) => binary.Operator switch
    {
        Operator.Addition => BinaryOperator.Add,
        Operator.Subtraction => BinaryOperator.Subtract,
        Operator.Multiplication => BinaryOperator.Multiply,
        Operator.Division => BinaryOperator.Divide,
        Operator.Remainder => BinaryOperator.Remainder,
        Operator.Exponentiation => BinaryOperator.Power,
        Operator.Equality => BinaryOperator.Equal,
        Operator.Inequality => BinaryOperator.NotEqual,
        Operator.StrictEquality => BinaryOperator.StrictlyEqual,
        Operator.StrictInequality => BinaryOperator.StrictlyNotEqual,
        Operator.LessThan => BinaryOperator.Less,
        Operator.LessThanOrEqual => BinaryOperator.LessOrEqual,
        Operator.GreaterThan => BinaryOperator.Greater,
        Operator.GreaterThanOrEqual => BinaryOperator.GreaterOrEqual,
        _ => throw Outside($"the operator '{Operators.Symbol(binary.Operator)}'"),
    };
}
