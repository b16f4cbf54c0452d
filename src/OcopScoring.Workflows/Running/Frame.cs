using OcopScoring.Workflows.Definitions;
using OcopScoring.Workflows.Values;

namespace OcopScoring.Workflows.Running;

/// <summary>One run of one activity that has not completed yet: a container with what it holds, a wait, or a fault.</summary>
sealed class Frame(ActivityNode node, Frame? parent)
{
    public ActivityNode Node { get; } = node;
    public Frame? Parent { get; } = parent;
    public List<Frame> Children { get; } = [];

    /// <summary>How many activities this container has scheduled that did not begin yet.</summary>
    public int Queued { get; set; }

    public bool IsClosed { get; set; }

    /// <summary>Values of the variables that the container declares.</summary>
    public Value[]? Variables { get; set; }

    /// <summary>CurrentValue and CurrentIndex, in the run of a loop's body.</summary>
    public Value[]? PerItem { get; set; }

    /// <summary>Next child of a sequence, next item of a loop, or children that are still to complete.</summary>
    public int Position { get; set; }

    public Value[]? Items { get; set; }
    public FlowScope? Flow { get; set; }
    public Bookmark? Bookmark { get; set; }

    /// <summary>The open incident, 0 for none.</summary>
    public int IncidentId { get; set; }

    public Frame Copy(Frame? parentCopy)
    {
        var copy = new Frame(Node, parentCopy)
        {
            Variables = (Value[]?)Variables?.Clone(),
            PerItem = (Value[]?)PerItem?.Clone(),
            Position = Position,
            Items = Items,
            Flow = Flow?.Copy(),
            Bookmark = Bookmark,
            IncidentId = IncidentId,
        };
        foreach (Frame child in Children) copy.Children.Add(child.Copy(copy));
        return copy;
    }

    /// <summary>Makes ready to begin again from the start.</summary>
    public void Reset()
    {
        Position = 0;
        Items = null;
        Flow = null;
        Bookmark = null;
    }

    public Frame? WithBookmark(int id)
    {
        if (Bookmark?.Id == id) return this;
        foreach (Frame child in Children)
            if (child.WithBookmark(id) is { } found) return found;
        return null;
    }

    public bool Waits()
    {
        if (Bookmark is not null) return true;
        foreach (Frame child in Children)
            if (child.Waits()) return true;
        return false;
    }

    /// <summary>This frame and all inside it, outer before inner.</summary>
    public IEnumerable<Frame> All()
    {
        yield return this;
        foreach (Frame child in Children)
            foreach (Frame inner in child.All())
                yield return inner;
    }
}
