/// The largest flow through a network with whole capacities (Dinic): O(edges × nodes²), in practice near linear for
/// networks of three layers.
struct MaximumFlow {
    private struct Edge {
        let to: Int
        var room: Int
    }

    /// Every edge is followed by its reverse.
    private var edges: [Edge] = []
    private var edgesOf: [[Int]]
    private var levels: [Int] = []
    private var next: [Int] = []

    init(nodes: Int) {
        edgesOf = Array(repeating: [], count: nodes)
    }

    mutating func connect(_ from: Int, _ to: Int, capacity: Int) {
        edgesOf[from].append(edges.count)
        edges.append(Edge(to: to, room: capacity))
        edgesOf[to].append(edges.count)
        edges.append(Edge(to: from, room: 0))
    }

    /// What still fits through; a second call adds nothing.
    mutating func push(from source: Int, to sink: Int) -> Int {
        var flow = 0
        while reach(from: source)[sink] >= 0 {
            next = Array(repeating: 0, count: edgesOf.count)
            while true {
                let more = push(from: source, to: sink, atMost: .max)
                if more == 0 { break }
                flow += more
            }
        }
        return flow
    }

    /// Nodes on the source's side of the smallest cut that lies nearest to it; after `push`.
    mutating func sourceSide(of source: Int) -> Set<Int> {
        let levels = reach(from: source)
        return Set(levels.indices.filter { levels[$0] >= 0 })
    }

    @discardableResult
    private mutating func reach(from source: Int) -> [Int] {
        levels = Array(repeating: -1, count: edgesOf.count)
        levels[source] = 0
        var queue = [source]
        var head = 0
        while head < queue.count {
            let node = queue[head]
            head += 1
            for index in edgesOf[node] where edges[index].room > 0 && levels[edges[index].to] < 0 {
                levels[edges[index].to] = levels[node] + 1
                queue.append(edges[index].to)
            }
        }
        return levels
    }

    private mutating func push(from node: Int, to sink: Int, atMost limit: Int) -> Int {
        if node == sink { return limit }
        while next[node] < edgesOf[node].count {
            let index = edgesOf[node][next[node]]
            let edge = edges[index]
            if edge.room > 0, levels[edge.to] == levels[node] + 1 {
                let pushed = push(from: edge.to, to: sink, atMost: min(limit, edge.room))
                if pushed > 0 {
                    edges[index].room -= pushed
                    edges[index ^ 1].room += pushed
                    return pushed
                }
            }
            next[node] += 1
        }
        return 0
    }
}
