/// A fixed number of values on the heap, read and written without a check on the index.
///
/// The unsafe pointer stays inside this file and the replication that owns the block: with arrays, the checks
/// for bounds and sharing took a third of the time of the innermost loops. Every index comes from a model
/// whose shape `CompiledStaffing` has checked.
struct Block<Element: BitwiseCopyable>: ~Copyable {
    let start: UnsafeMutablePointer<Element>
    let count: Int

    init(repeating value: Element, count: Int) {
        start = .allocate(capacity: max(1, count))
        start.initialize(repeating: value, count: max(1, count))
        self.count = count
    }

    init(_ values: [Element]) {
        start = .allocate(capacity: max(1, values.count))
        for (index, value) in values.enumerated() { (start + index).initialize(to: value) }
        count = values.count
    }

    deinit { start.deallocate() }

    @inline(__always)
    subscript(index: Int) -> Element {
        get { start[index] }
        nonmutating set { start[index] = newValue }
    }

    func fill(_ value: Element) {
        start.update(repeating: value, count: count)
    }

    func fill(_ value: Element, count: Int) {
        start.update(repeating: value, count: count)
    }

    func copy(_ other: borrowing Block<Element>) {
        start.update(from: other.start, count: other.count)
    }
}

extension Block<UInt64> {
    @inline(__always)
    func setBit(_ index: Int) {
        start[index >> 6] |= 1 << UInt64(index & 63)
    }

    @inline(__always)
    func clearBit(_ index: Int) {
        start[index >> 6] &= ~(1 << UInt64(index & 63))
    }

    @inline(__always)
    func hasBit(_ index: Int) -> Bool {
        start[index >> 6] >> UInt64(index & 63) & 1 == 1
    }
}
