import Dispatch

/// The same work for several numbers at once; answers in their order.
enum Parallel {
    static func map<Answer>(_ range: Range<Int>, _ work: (Int) -> Answer) -> [Answer] {
        var answers = [Answer?](repeating: nil, count: range.count)
        answers.withUnsafeMutableBufferPointer { slots in
            // Unsafe but sound: each number has a slot of its own, and the work of one number shares
            // nothing it changes.
            nonisolated(unsafe) let slots = slots
            nonisolated(unsafe) let work = work
            DispatchQueue.concurrentPerform(iterations: range.count) { index in
                slots[index] = work(range.lowerBound + index)
            }
        }
        return answers.compactMap { $0 }
    }
}
