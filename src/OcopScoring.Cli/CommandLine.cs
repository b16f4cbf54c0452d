using System.Runtime.InteropServices;
using OcopScoring.Cli.Bench;
using OcopScoring.Cli.Commands;
using OcopScoring.Core.Database;

namespace OcopScoring.Cli;

/// <summary>Finds the command and turns what goes wrong into exit codes: 0 done, 1 refused, 2 wrong use, 3 internal error.</summary>
static class CommandLine
{
    const string Usage = """
        ocop COMMAND

          up [--port N] [--no-demo]        evaluate the samples, then serve the pages
          evaluate FOLDER --out DIR        run dossiers from files through the real workflow
          verify FILE                      say whether a certificate is genuine and in force
          score RUBRIC SHEETS [--rules R]  compute the result of a council
          rubric check PATH...             check rubrics
          workflow check|run|diagram …     check, run or draw a workflow definition
          migrate                          bring the database up to date
          down                             stop a private PostgreSQL that was left behind
          bench NAME [--quick] [--json]    measure: score, certificate
          test                             run all tests (by the script ./ocop)

        """;

    public static async Task<int> RunAsync(string[] args)
    {
        using var stopping = new CancellationTokenSource();
        using var interrupt = StopOn(PosixSignal.SIGINT, stopping);
        using var terminate = StopOn(PosixSignal.SIGTERM, stopping);
        using var hangUp = StopOn(PosixSignal.SIGHUP, stopping);
        try
        {
            return args switch
            {
                ["score", .. var rest] => ScoreCommand.Run(rest, Console.Out, Console.Error),
                ["rubric", .. var rest] => RubricCommand.Run(rest, Console.Out, Console.Error),
                ["workflow", .. var rest] => WorkflowCommand.Run(rest, Console.Out, Console.Error),
                ["evaluate", .. var rest] => await EvaluateCommand.RunAsync(rest, stopping.Token),
                ["verify", .. var rest] => await VerifyCommand.RunAsync(rest, stopping.Token),
                ["up", .. var rest] => await UpCommand.RunAsync(rest, stopping.Token),
                ["migrate"] => await MigrateCommand.RunAsync(stopping.Token),
                ["down"] => await DownCommand.RunAsync(stopping.Token),
                ["bench", "score", .. var rest] => ScoreBench.Run(rest, Console.Out, Console.Error),
                ["bench", "certificate", .. var rest] => CertificateBench.Run(rest, Console.Out, Console.Error),
                [] or ["help"] or ["--help"] => Help(Console.Out, 0),
                _ => Help(Console.Error, 2),
            };
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return 0;
        }
        catch (UsageException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return 2;
        }
        catch (SetupException setup)
        {
            Console.Error.WriteLine(setup.Message);
            return 1;
        }
        catch (Exception failure)
        {
            Console.Error.WriteLine($"Internal error: {failure.GetType().Name}: {failure.Message}");
            if (Environment.GetEnvironmentVariable("OCOP_DEBUG") == "1")
                Console.Error.WriteLine(failure);
            return 3;
        }
    }

    /// <summary>Ends the command in order, so that what it started is stopped with it.</summary>
    static PosixSignalRegistration StopOn(PosixSignal signal, CancellationTokenSource stopping) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        stopping.Cancel();
    });

    static int Help(TextWriter output, int exitCode)
    {
        output.Write(Usage);
        return exitCode;
    }
}

/// <summary>Wrong use of a command; the message says the right one.</summary>
sealed class UsageException(string message) : Exception(message);
