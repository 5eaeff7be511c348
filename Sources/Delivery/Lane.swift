/// Whose turn it is at one outlet: first come first served, within its limits.
struct Lane<Element> {
    let outlet: Outlet
    private(set) var active = 0
    private var waiting: [Element] = []
    /// Where the queue begins in `waiting`; moving everything forward each time would cost a square.
    private var head = 0
    private static var slack: UInt64 { 5_000_000 }
    /// Nanoseconds of the monotonic clock before which no call may begin.
    private var nextStart: UInt64 = 0

    init(_ outlet: Outlet) {
        self.outlet = outlet
    }

    var isIdle: Bool { active == 0 && waitingCount == 0 }
    var waitingCount: Int { waiting.count - head }

    /// - Returns: false when too many wait already.
    mutating func add(_ element: Element) -> Bool {
        guard waitingCount < outlet.waitingMax else { return false }
        waiting.append(element)
        return true
    }

    /// The next that may begin at `now`; it counts as under way from then on.
    mutating func begin(at now: UInt64) -> Element? {
        guard head < waiting.count, active < outlet.parallel, now >= nextStart else { return nil }
        let element = waiting[head]
        head += 1
        if head == waiting.count {
            waiting.removeAll(keepingCapacity: true)
            head = 0
        } else if head > 1024 {
            waiting.removeFirst(head)
            head = 0
        }
        active += 1
        if let perSecond = outlet.perSecond {
            // A lane that stood still begins with one call, not with all it could have made; the slack makes
            // up for a thread that woke a little late.
            nextStart = max(now - min(now, Self.slack), nextStart) + 1_000_000_000 / UInt64(max(1, perSecond))
        }
        return element
    }

    mutating func end() {
        active -= 1
    }

    /// Nanoseconds until the rate lets a waiting call begin; nil when none waits, or when only the end of
    /// another helps.
    func wait(at now: UInt64) -> UInt64? {
        guard waitingCount > 0, active < outlet.parallel else { return nil }
        return nextStart > now ? nextStart - now : 0
    }

    /// Takes out of the queue what `isGone` says.
    mutating func remove(where isGone: (Element) -> Bool) -> [Element] {
        let rest = waiting[head...]
        let gone = rest.filter(isGone)
        guard !gone.isEmpty else { return [] }
        waiting = rest.filter { !isGone($0) }
        head = 0
        return gone
    }
}
