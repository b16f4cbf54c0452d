namespace OcopScoring.Workflows;

public enum WorkflowStatus
{
    /// <summary>In the middle of a burst; never seen outside the engine.</summary>
    Running,

    /// <summary>Waits at one bookmark or more.</summary>
    Suspended,

    Finished,

    /// <summary>Has an open incident that the definition's strategy does not let pass.</summary>
    Faulted,

    Cancelled,
}
