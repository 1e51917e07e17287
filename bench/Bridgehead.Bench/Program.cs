using Bridgehead.Bench;

// dotnet run -c Release --project bench/Bridgehead.Bench -- list | growth | cockpit | import | duplicates | report | ledger | demo | all   [--cities FOLDER]
var cities = new Cities(args.SkipWhile(a => a != "--cities").Skip(1).FirstOrDefault() ?? Path.Combine(Path.GetTempPath(), "bridgehead-bench"));
var asked = args.TakeWhile(a => a != "--cities").DefaultIfEmpty("all").ToHashSet();
var results = new Results();
if (Wanted("list")) await ListAgainstFloor.Run(cities, results);
if (Wanted("growth")) await ListAsItGrows.Run(cities, results);
if (Wanted("cockpit")) await CockpitAsItGrows.Run(cities, results);
if (Wanted("import")) await ImportOfALedger.Run(cities, results);
if (Wanted("duplicates")) await CheckWhileTyping.Run(cities, results);
if (Wanted("report")) await WorkReportOfACity.Run(cities, results);
if (Wanted("ledger")) await LedgerOfACity.Run(cities, results);
if (Wanted("demo")) await DemoOfAMillion.Run(cities, results);
results.Print();
return results.AllMet ? 0 : 1;

bool Wanted(string name) => asked.Contains(name) || asked.Contains("all");
