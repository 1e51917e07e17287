using Bridgehead.Commands;

return await CommandLine.Run(args);
