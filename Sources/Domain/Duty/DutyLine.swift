/// One post that must be staffed around the clock: a function in a district (*piketlijn*).
package struct DutyLine: Hashable, Sendable {
    /// Function and district, `OVDBZ-NOORD`.
    package let code: Code<DutyLine>
    package let function: Code<CrisisFunction>
    package let district: Code<District>
    /// People wanted at one time, at least 1. The backup is no post.
    package let wanted: Int
    /// Within how many minutes someone must be at work; nil when no norm is set, and then travel does not
    /// count.
    package let responseMinutesMax: Int?

    package init(
        code: Code<DutyLine>, function: Code<CrisisFunction>, district: Code<District>, wanted: Int,
        responseMinutesMax: Int?
    ) {
        self.code = code
        self.function = function
        self.district = district
        self.wanted = wanted
        self.responseMinutesMax = responseMinutesMax
    }

    package static func code(
        _ function: Code<CrisisFunction>, in district: Code<District>
    ) -> Code<DutyLine> {
        Code("\(function)-\(district)")
    }
}

/// Which of the two places on a line someone has: the first is called first, the backup (*achterwacht*) with
/// them.
package enum DutySlot: String, CaseIterable, Sendable {
    case first, backup
}

/// A person on duty (*piket*) on a line for a time.
package struct Duty: Hashable, Sendable {
    package let line: Code<DutyLine>
    package let slot: DutySlot
    package let interval: Interval

    package init(line: Code<DutyLine>, slot: DutySlot, interval: Interval) {
        self.line = line
        self.slot = slot
        self.interval = interval
    }
}
