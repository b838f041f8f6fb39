using FashionPipeline.Pipeline.Submissions;
using FashionPipeline.Pipeline.Submissions.Slurm;

namespace FashionPipeline.Tests.Pipeline.Submissions.Slurm;

/// <summary>What slurm-wlm 22.05 printed of job arrays, with a machine that failed, and a job of somebody else.</summary>
public sealed class ScontrolOutputTests
{
    private const string Middle =
        "UserId=root(0) GroupId=root(0) MCS_label=N/A Priority=4294901759 Nice=0 Account=(null) QOS=(null)";

    private const string End =
        "Network=(null) Command=/tmp/a b/ArrayTaskId=9 JobState=FAILED/job.sh 20 WorkDir=/tmp/sl StdErr=/tmp/sl/log/job-1-0.log Power= ";

    private static readonly string Output = string.Join('\n',
    [
        $"JobId=4 ArrayJobId=1 ArrayTaskId=0 JobName=job.sh {Middle} JobState=RUNNING Reason=None Dependency=(null) Requeue=1 Restarts=0 "
            + "BatchFlag=1 Reboot=0 ExitCode=0:0 RunTime=00:00:04 ReqNodeList=(null) ExcNodeList=(null) NodeList=w1 BatchHost=w1 "
            + $"ReqB:S:C:T=0:0:*:* TRES=cpu=1,mem=100M,node=1,billing=1 {End}",
        $"JobId=11 ArrayJobId=1 ArrayTaskId=2 JobName=job.sh {Middle} JobState=PENDING Reason=BeginTime Dependency=(null) "
            + $"Requeue=1 Restarts=1 BatchFlag=1 Reboot=0 ExitCode=0:0 NodeList= {End}",
        $"JobId=46 ArrayJobId=1 ArrayTaskId=3 JobName=oom.sh {Middle} JobState=FAILED Reason=JobLaunchFailure Dependency=(null) "
            + $"ExitCode=0:9 NodeList=w1 {End}",
        $"JobId=45 ArrayJobId=2 ArrayTaskId=0-1,3%2 JobName=job.sh {Middle} JobState=PENDING Reason=Dependency "
            + $"Dependency=afterok:44_*(unfulfilled) Requeue=1 ExitCode=0:0 NodeList=(null) {End}",
        $"JobId=14 ArrayJobId=7 ArrayTaskId=0 JobName=job.sh {Middle} JobState=RUNNING Reason=None ExitCode=0:0 NodeList=w2 {End}",
        $"JobId=3 JobName=alone {Middle} JobState=RUNNING Reason=None ExitCode=0:0 NodeList=w2 {End}",
        "",
    ]);

    private readonly Dictionary<TaskId, JobTask> tasks = ScontrolOutput.Read(Output, new HashSet<string> { "1", "2", "3" });

    [Fact]
    public void Should_read_where_a_task_runs_and_why_another_one_does_not()
    {
        Assert.Equal(new JobTask { State = TaskState.Running, Word = "RUNNING", Machines = "w1" }, tasks[new("1", 0)]);
        Assert.Equal(new JobTask { State = TaskState.Pending, Word = "PENDING", Reason = "BeginTime" }, tasks[new("1", 2)]);
    }

    [Fact]
    public void Should_read_what_ended_a_task()
    {
        Assert.Equal((TaskState.Failed, 0, 9), (tasks[new("1", 3)].State, tasks[new("1", 3)].ExitCode, tasks[new("1", 3)].Signal));
        Assert.True(tasks[new("1", 3)].IsOutOfMemory);
    }

    [Fact]
    public void Should_read_the_tasks_that_wait_together() =>
        Assert.Equal([0, 1, 3], tasks.Keys.Where(task => task.Job == "2").Select(task => task.Index).Order());

    [Fact]
    public void Should_leave_out_the_jobs_of_others() => Assert.Equal(["1", "2"], tasks.Keys.Select(task => task.Job).Distinct().Order());

    [Theory]
    [InlineData("No jobs in the system\n")]
    [InlineData("")]
    public void Should_read_nothing_where_there_is_no_job(string output) =>
        Assert.Empty(ScontrolOutput.Read(output, new HashSet<string> { "1" }));
}
