using OcopScoring.Workflows;

namespace OcopScoring.Core.Workflow;

static class OpenBookmarks
{
    /// <summary>The open bookmark of that id; null when it was consumed.</summary>
    public static Bookmark? FindBookmark(this WorkflowState state, int id) => state.Bookmarks.FirstOrDefault(b => b.Id == id);
}
