using Bridgehead.Features.Enterprises;

namespace Bridgehead.Tests.Features.Enterprises;

/// <summary>Indirect shares and control, worked out by hand.</summary>
public sealed class OwningThroughOthers
{
    private static OwnershipEdge Edge(string owner, string firm, decimal percent, bool controls = false) => new(owner, firm, percent / 100, controls);

    [Fact]
    public void Adds_up_the_products_along_every_path()
    {
        // A holds 60 % of B, B holds 50 % of D; A holds 20 % of D itself: 0.6 × 0.5 + 0.2 = 50 %
        var graph = new OwnershipGraph([Edge("A", "B", 60), Edge("B", "D", 50), Edge("A", "D", 20)]);
        Assert.Equal(0.5m, graph.SharesIn("D")["A"]);
        Assert.Equal(0.5m, graph.SharesIn("D")["B"]);
        Assert.Equal(0.5m, graph.SharesOf("A")["D"]);
        Assert.Equal(0.6m, graph.SharesOf("A")["B"]);
        Assert.Equal([("A", 0.5m)], graph.UltimateOwners("D"));
    }

    [Fact]
    public void Meets_again_over_a_diamond_of_four()
    {
        // 0.7 × 0.4 + 0.3 × 0.6 = 0.28 + 0.18 = 46 %; C at the side 0.3 × 0.4 = 12 % … both halves end in the same two people
        var graph = new OwnershipGraph([Edge("A", "B", 70), Edge("A", "C", 30), Edge("X", "B", 30), Edge("X", "C", 70), Edge("B", "D", 40), Edge("C", "D", 60)]);
        Assert.Equal(0.46m, graph.SharesIn("D")["A"]);
        Assert.Equal(0.54m, graph.SharesIn("D")["X"]);
        Assert.Equal([("X", 0.54m), ("A", 0.46m)], graph.UltimateOwners("D"));
    }

    [Fact]
    public void Controls_by_the_votes_of_those_it_controls()
    {
        // A controls B (60 %), whose 40 % of D and A's own 15 % make 55 % of the votes, though A's part is 39 %
        var graph = new OwnershipGraph([Edge("A", "B", 60), Edge("B", "D", 40), Edge("A", "D", 15), Edge("Z", "D", 45)]);
        Assert.Equal(0.39m, graph.SharesIn("D")["A"]);
        Assert.Contains("D", graph.ControlledBy("A"));
        Assert.DoesNotContain("D", graph.ControlledBy("Z"));
        Assert.Equal("A", graph.TopOf("D"));
        // half is no majority
        Assert.Equal("D", new OwnershipGraph([Edge("A", "D", 50), Edge("Z", "D", 50)]).TopOf("D"));
    }

    [Fact]
    public void Goes_with_whoever_was_said_to_control()
    {
        var graph = new OwnershipGraph([Edge("A", "D", 34, controls: true), Edge("Z", "D", 66)]);
        Assert.Equal("A", graph.TopOf("D"));
        Assert.DoesNotContain("D", graph.ControlledBy("Z"));
    }

    [Fact]
    public void Ends_with_the_last_enterprise_where_a_group_is_asked_for()
    {
        var graph = new OwnershipGraph([Edge("state", "e:1", 100), Edge("e:1", "e:2", 80), Edge("e:2", "e:3", 51)]);
        Assert.Equal("state", graph.TopOf("e:3"));
        Assert.Equal("e:1", graph.TopOf("e:3", k => k.StartsWith("e:", StringComparison.Ordinal)));
    }

    [Fact]
    public void Names_the_way_from_owner_to_enterprise()
    {
        var graph = new OwnershipGraph([Edge("A", "B", 60), Edge("B", "C", 60), Edge("C", "D", 60)]);
        Assert.Equal(["A", "B", "C", "D"], graph.Way("A", "D"));
        Assert.Null(graph.Way("D", "A"));
    }

    [Fact]
    public void Comes_to_an_end_even_in_a_circle_that_slipped_in()
    {
        var graph = new OwnershipGraph([Edge("A", "B", 60), Edge("B", "A", 60)]);
        Assert.NotEmpty(graph.SharesIn("A"));
        Assert.NotEmpty(graph.ControlledBy("A"));
        Assert.NotNull(graph.TopOf("A"));
    }
}
