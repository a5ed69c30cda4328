using Xunit.Sdk;
using Xunit.v3;

// Processes wait more than they compute. Every test has a service, ports and a folder of its own, or only looks at a shared one.
[assembly: Parallelization(Mode = ParallelMode.All, MaxThreads = 6)]
