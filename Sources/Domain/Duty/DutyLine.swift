/// One post that must be staffed around the clock: a function in a district (*piketlijn*).
package struct DutyLine: Hashable, Sendable {
    /// Function and district, `OVDBZ-NOORD`.
    package let code: Code<DutyLine>
    package let function: Code<CrisisFunction>
    package let district: Code<District>
    /// The norm for how many people are wanted at one time.
    package let staffing: NormSeries
    /// The norm for within how many minutes someone is at work.
    package let response: NormSeries
    /// How many are wanted while the norm is not established; at least 1.
    package let wantedOtherwise: Int

    /// - Parameter norms: asked at each moment in question.
    package init(
        code: Code<DutyLine>, function: Code<CrisisFunction>, district: Code<District>, norms: NormSet,
        wantedOtherwise: Int
    ) {
        self.code = code
        self.function = function
        self.district = district
        self.wantedOtherwise = wantedOtherwise
        staffing = norms.series(of: .staffing, for: .function(function))
        response = norms.series(of: .response, for: .function(function))
    }

    /// A line whose norms are the same at every moment.
    package init(
        code: Code<DutyLine>, function: Code<CrisisFunction>, district: Code<District>, wanted: Int,
        responseMinutesMax: Int?
    ) {
        self.code = code
        self.function = function
        self.district = district
        wantedOtherwise = wanted
        staffing = .empty
        response = NormSeries([
            Norm(
                code: .response, subject: .function(function), value: responseMinutesMax, status: .assumption,
                source: "", sequence: 0, recordedAt: .distantPast)
        ])
    }

    /// People wanted at one time, at least 1. The backup is no post.
    package func wanted(at instant: Instant) -> Int {
        max(1, staffing.value(at: instant) ?? wantedOtherwise)
    }

    /// Within how many minutes someone must be at work; nil when no norm is set, and then travel does not
    /// count.
    package func responseMinutesMax(at instant: Instant) -> Int? {
        response.value(at: instant)
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
