import Testing

@testable import Domain

@Suite struct MaximumFlowTests {
    /// The smallest cut of all: every set of nodes with the source and without the sink is tried.
    private func smallestCut(_ nodes: Int, _ edges: [(Int, Int, Int)]) -> Int {
        (0..<(1 << (nodes - 2))).map { mask in
            func isOnSourceSide(_ node: Int) -> Bool {
                node == 0 || (node != nodes - 1 && mask & (1 << (node - 1)) != 0)
            }
            return edges.filter { isOnSourceSide($0.0) && !isOnSourceSide($0.1) }.map(\.2).reduce(0, +)
        }.min() ?? 0
    }

    @Test func `the flow equals the smallest cut, and the side that is reported is one`() {
        var random = Randomness(seed: 5)
        for _ in 0..<400 {
            let nodes = 3 + Int(random.next() % 6)
            let edges = (0..<(nodes * 2)).map { _ in
                (
                    Int(random.next() % UInt64(nodes)), Int(random.next() % UInt64(nodes)),
                    Int(random.next() % 8)
                )
            }.filter { $0.0 != $0.1 }
            var flow = MaximumFlow(nodes: nodes)
            for (from, to, capacity) in edges { flow.connect(from, to, capacity: capacity) }
            let pushed = flow.push(from: 0, to: nodes - 1)
            let side = flow.sourceSide(of: 0)
            let cut = edges.filter { side.contains($0.0) && !side.contains($0.1) }.map(\.2).reduce(0, +)
            #expect(pushed == smallestCut(nodes, edges))
            #expect(cut == pushed)
            #expect(flow.push(from: 0, to: nodes - 1) == 0)
        }
    }
}
