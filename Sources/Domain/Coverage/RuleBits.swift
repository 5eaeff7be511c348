/// What is wrong with a person for a line at an instant, and where they stand on the roster; one bit each.
struct RuleBits: OptionSet, Sendable {
    let rawValue: UInt16

    static let undesignated = RuleBits(rawValue: 1 << 0)
    static let incompetent = RuleBits(rawValue: 1 << 1)
    static let absent = RuleBits(rawValue: 1 << 2)
    static let unreachable = RuleBits(rawValue: 1 << 3)
    static let deployed = RuleBits(rawValue: 1 << 4)
    static let resting = RuleBits(rawValue: 1 << 5)
    static let doubleBooked = RuleBits(rawValue: 1 << 6)
    static let tooLate = RuleBits(rawValue: 1 << 7)
    static let onFirst = RuleBits(rawValue: 1 << 8)
    static let onBackup = RuleBits(rawValue: 1 << 9)
    static let onAnyLine = RuleBits(rawValue: 1 << 10)

    static let onThisLine: RuleBits = [.onFirst, .onBackup]

    init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    init(_ rules: Set<CoverageRule>) {
        self = rules.reduce(into: []) { bits, rule in bits.formUnion(rule.failureBit) }
    }
}

extension CoverageRule {
    fileprivate var failureBit: RuleBits {
        switch self {
        case .designated: .undesignated
        case .competent: .incompetent
        case .present: .absent
        case .reachable: .unreachable
        case .notDeployed: .deployed
        case .rested: .resting
        case .notDoubleBooked: .doubleBooked
        case .inTime: .tooLate
        }
    }
}

/// Everybody's bits at the moment the sweep has reached, with the sets R and Q that follow from them.
struct Standing {
    private(set) var bits: [RuleBits]
    /// R: on this line and holding every rule.
    private(set) var fit: [Int] = []
    /// On this line and holding every rule but competence.
    private(set) var rosteredCount = 0
    /// Q: on no line and holding every rule, one bit a participant.
    private var reserves: [UInt64]
    private(set) var reserveCount = 0
    private let rules: RuleBits

    init(_ bits: [RuleBits], rules: RuleBits) {
        self.bits = bits
        self.rules = rules
        reserves = [UInt64](repeating: 0, count: bits.count / 64 + 1)
        for index in bits.indices { count(index) }
    }

    var fitCount: Int { fit.count }

    mutating func turn(_ bit: RuleBits, of index: Int) {
        uncount(index)
        bits[index].formSymmetricDifference(bit)
        count(index)
    }

    func firstReserves(_ limit: Int) -> [Int] {
        var found: [Int] = []
        for (word, bits) in reserves.enumerated() {
            var rest = bits
            while rest != 0, found.count < limit {
                found.append(word * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return found
    }

    private func isFit(_ bits: RuleBits) -> Bool {
        bits.isDisjoint(with: rules) && !bits.isDisjoint(with: .onThisLine)
    }

    private func isRostered(_ bits: RuleBits) -> Bool {
        bits.isDisjoint(with: rules.subtracting(.incompetent)) && !bits.isDisjoint(with: .onThisLine)
    }

    private func isReserve(_ bits: RuleBits) -> Bool {
        bits.isDisjoint(with: rules) && !bits.contains(.onAnyLine)
    }

    private mutating func count(_ index: Int) {
        if isFit(bits[index]) { fit.append(index) }
        if isRostered(bits[index]) { rosteredCount += 1 }
        if isReserve(bits[index]) {
            reserves[index / 64] |= 1 << UInt64(index % 64)
            reserveCount += 1
        }
    }

    private mutating func uncount(_ index: Int) {
        if isFit(bits[index]) { fit.removeAll { $0 == index } }
        if isRostered(bits[index]) { rosteredCount -= 1 }
        if isReserve(bits[index]) {
            reserves[index / 64] &= ~(1 << UInt64(index % 64))
            reserveCount -= 1
        }
    }
}
