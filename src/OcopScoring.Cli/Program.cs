using OcopScoring.Cli;

return await CommandLine.RunAsync(args);
