using System.Security.Cryptography;
using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Stages;

namespace FashionPipeline.Tests.Pipeline.Stages;

public sealed class DownloadStageTests : IDisposable
{
    private static readonly byte[] Bytes = [1, 2, 3];

    private readonly TemporaryFolder mirror = new();
    private readonly StageDesk desk = new();

    public void Dispose()
    {
        mirror.Dispose();
        desk.Dispose();
    }

    [Fact]
    public void Should_make_the_published_files_which_are_known_before_they_are_fetched()
    {
        IStage stage = new DownloadStage { DataSet = SmallExperiment.DataSet };

        Assert.Equal(["file-0.gz", "file-1.gz", "file-2.gz", "file-3.gz"], stage.Outputs);
        Assert.Equal(new Artifact(new string('c', 64), 2), stage.Published["file-2.gz"]);
    }

    // The digests say what is right: neither a mirror nor a setting can make other files of it.
    [Fact]
    public void Should_have_no_setting_whoever_is_asked_first()
    {
        var stage = new DownloadStage { DataSet = SmallExperiment.DataSet, Mirror = "https://example.org/" };

        Assert.Empty(stage.Settings);
        Assert.Equal(new DownloadStage { DataSet = SmallExperiment.DataSet }.Published, stage.Published);
    }

    [Fact]
    public void Should_leave_the_files_under_their_own_names_where_it_works()
    {
        File.WriteAllBytes(mirror["labels.gz"], Bytes);

        desk.Fetch(Stage());

        Assert.Equal(["scratch/labels.gz"], desk.Folder.Files);
        Assert.Equal(Bytes, File.ReadAllBytes(desk.Folder["scratch/labels.gz"]));
    }

    [Fact]
    public void Should_name_a_file_that_is_another_one_than_was_published()
    {
        File.WriteAllBytes(mirror["labels.gz"], [1, 2, 4]);

        var fault = Assert.Throws<InputException>(() => desk.Fetch(Stage()));

        Assert.Contains("labels.gz", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("scratch/labels.gz", desk.Folder.Files);
    }

    private DownloadStage Stage() => new()
    {
        DataSet = SmallExperiment.DataSet with
        {
            Files =
            [
                new DataFile
                {
                    Role = DataFileRole.TrainLabels,
                    Name = "labels.gz",
                    Bytes = Bytes.Length,
                    Sha256 = Convert.ToHexStringLower(SHA256.HashData(Bytes)),
                },
            ],
        },
        Mirror = mirror.Path,
    };
}
