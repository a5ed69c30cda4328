using Xunit.Sdk;
using Xunit.v3;

// Rest is seen by looking at the whole process: nothing may run beside a world.
[assembly: Parallelization(Mode = ParallelMode.None)]
