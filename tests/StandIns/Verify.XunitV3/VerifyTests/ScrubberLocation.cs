namespace VerifyTests;

/// <summary>Where a scrubber goes among those that are already there.</summary>
public enum ScrubberLocation
{
    First = 0,
    Last = 1,
}
