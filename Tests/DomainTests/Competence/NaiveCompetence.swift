@testable import Domain

/// The same question answered day by day from the text of the rules, sharing only the values: for each
/// requirement, was it enough today; if not, when was it last enough.
struct NaiveCompetence {
    let requirements: [Requirement]
    let record: CompetenceRecord

    func competence(on day: Day) -> Competence {
        let asked = requirements.filter { $0.holds(on: day) }
        var answers: [RequirementStanding] = []
        if !asked.contains(where: { $0.subject == .baseLevel }) {
            answers.append(standing(CompetenceScene.requirement(.baseLevel), day))
        }
        let ordered = asked.enumerated().sorted {
            (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
        }
        for (_, requirement) in ordered where requirement.terms.amount != .times(0) {
            answers.append(standing(requirement, day))
        }
        for answer in answers { if case .lacking(let lack) = answer { return .lacking(lack) } }
        if answers.contains(.unknown) { return .unknown }
        let graces = answers.compactMap { answer -> Day? in
            if case .grace(let through) = answer { through } else { nil }
        }
        if let first = graces.min() { return .grace(through: first) }
        let ends = answers.compactMap { answer -> Day? in
            switch answer {
            case .met(let through), .exempt(let through): through
            case .settling(let through): through
            default: nil
            }
        }
        return .competent(through: ends.min())
    }

    private func rank(_ requirement: Requirement) -> Int {
        switch requirement.subject {
        case .baseLevel: 0
        case .specialisation: 1
        case .activity(let kind): 2 + (ActivityKind.allCases.firstIndex(of: kind) ?? 0)
        }
    }

    /// Far enough for every case of the tests.
    private static let reach = 3000

    private func standing(_ requirement: Requirement, _ day: Day) -> RequirementStanding {
        if isEnough(requirement, day) != nil { return .met(through: through(requirement, day)) }
        if isWithdrawn(requirement, day) { return .lacking(lack(requirement, .withdrawn)) }
        var past = day.adding(days: -1)
        for _ in 0..<Self.reach {
            if let why = isEnough(requirement, past), why != .exempt {
                let grace = past.adding(days: requirement.terms.graceDays ?? 0)
                if day <= grace { return .grace(through: grace) }
                if case .activity(let kind) = requirement.subject {
                    return .lacking(.tooLittle(kind, since: past))
                }
                return .lacking(lack(requirement, .expired(on: past)))
            }
            past = past.adding(days: -1)
        }
        return nothing(requirement, day)
    }

    /// The last day on which what is on record by `day` is enough. Facts only lapse, so that it can be halved.
    private func through(_ requirement: Requirement, _ day: Day) -> Day? {
        guard isEnough(requirement, day, asOf: day.adding(days: Self.reach)) == nil else { return nil }
        var (good, bad) = (0, Self.reach)
        while bad - good > 1 {
            let middle = (good + bad) / 2
            if isEnough(requirement, day, asOf: day.adding(days: middle)) == nil {
                bad = middle
            } else {
                good = middle
            }
        }
        return day.adding(days: good)
    }

    private func nothing(_ requirement: Requirement, _ day: Day) -> RequirementStanding {
        if case .activity(let kind) = requirement.subject {
            let isEmpty =
                record.certificates.isEmpty && record.activities.isEmpty && record.exemptions.isEmpty
            return isEmpty ? .unknown : .lacking(.tooLittle(kind, since: nil))
        }
        let mine = certificates(requirement)
        if let coming = mine.filter({ counts($0, from: $0.issued) }).compactMap(\.issued).min() {
            return .lacking(lack(requirement, .notYetIssued(on: coming)))
        }
        if mine.contains(where: { $0.state == .requested }) { return .lacking(lack(requirement, .requested)) }
        if case .specialisation(let name) = requirement.subject {
            let isEmpty =
                record.certificates.isEmpty && record.activities.isEmpty && record.exemptions.isEmpty
            return isEmpty ? .unknown : .lacking(.specialisation(name))
        }
        return .unknown
    }

    private func counts(_ certificate: Certificate, from day: Day?) -> Bool {
        day.map { isValid(certificate, $0) } ?? false
    }

    private func lack(_ requirement: Requirement, _ ofBase: Competence.Lack) -> Competence.Lack {
        if case .specialisation(let name) = requirement.subject { .specialisation(name) } else { ofBase }
    }

    private enum Why { case met, exempt }

    /// Whether it is enough on `asOf` with what was on record by `day`.
    private func isEnough(_ requirement: Requirement, _ day: Day, asOf later: Day? = nil) -> Why? {
        let date = later ?? day
        switch requirement.subject {
        case .baseLevel, .specialisation:
            if certificates(requirement).contains(where: {
                isValid($0, date) && ($0.issued.map { $0 <= day } ?? true)
            }) {
                return .met
            }
        case .activity(let kind):
            if isDone(requirement, kind, by: day, on: date) { return .met }
        }
        let exempt = record.exemptions.contains {
            $0.subject == requirement.subject && $0.from <= day && ($0.through.map { date <= $0 } ?? true)
        }
        return exempt && requirement.terms.mayBeExempt ? .exempt : nil
    }

    private func certificates(_ requirement: Requirement) -> [Certificate] {
        let name = if case .specialisation(let name) = requirement.subject { name } else { "" }
        return record.certificates.filter { $0.specialisation == name }
    }

    private func isValid(_ certificate: Certificate, _ day: Day) -> Bool {
        if certificate.state == .requested { return false }
        if certificate.state == .withdrawn {
            guard let first = certificate.withdrawnOn, day < first else { return false }
        }
        if let issued = certificate.issued, day < issued { return false }
        if let last = certificate.validThrough, day > last { return false }
        return true
    }

    private func isWithdrawn(_ requirement: Requirement, _ day: Day) -> Bool {
        if case .activity = requirement.subject { return false }
        return certificates(requirement).contains {
            $0.state == .withdrawn && ($0.withdrawnOn.map { $0 <= day } ?? true)
        }
    }

    private func isDone(_ requirement: Requirement, _ kind: ActivityKind, by day: Day, on date: Day) -> Bool {
        let terms = requirement.terms
        let done = record.activities.filter { activity in
            guard kind == activity.kind || kind == .exercise && activity.kind == .deployment,
                activity.day <= day
            else { return false }
            guard let first = terms.prerequisite else { return true }
            let hadBase =
                first == .basicCourse
                && record.certificates.contains { certificate in
                    guard certificate.specialisation.isEmpty, certificate.interval?.isEmpty == false else {
                        return false
                    }
                    return certificate.issued.map { $0 <= activity.day } ?? true
                }
            return hadBase
                || record.activities.contains {
                    ($0.kind == first || first == .exercise && $0.kind == .deployment)
                        && $0.day <= activity.day
                }
        }
        func sum(_ activities: [PerformedActivity]) -> Bool {
            switch terms.amount {
            case .times(let number): activities.count >= number
            case .hours(let hours): activities.map(\.minutes).reduce(0, +) >= hours * 60
            }
        }
        func enough(_ known: [PerformedActivity], on date: Day) -> Bool {
            switch terms.period {
            case .once: sum(known)
            case .months(let months): sum(known.filter { date < $0.day.adding(months: months) })
            case .calendarYear:
                sum(known.filter { $0.day.parts.year == date.parts.year })
                    || sum(known.filter { $0.day.parts.year == date.parts.year - 1 })
            }
        }
        if let validity = terms.validityMonths {
            // Complete on some earlier day, and that long ago at most.
            for moment in done.map(\.day) where date < moment.adding(months: validity) {
                let known = done.filter { $0.day <= moment }
                let inYear = known.filter { $0.day.parts.year == moment.parts.year }
                if terms.period == .calendarYear ? sum(inYear) : enough(known, on: moment) { return true }
            }
        } else if enough(done, on: date) {
            return true
        }
        return isSettling(terms, by: day, on: date)
    }

    private func isSettling(_ terms: Requirement.Terms, by day: Day, on date: Day) -> Bool {
        let obtained = record.certificates.filter {
            $0.specialisation.isEmpty && $0.interval?.isEmpty == false
        }.compactMap(\.issued).min()
        guard let obtained, obtained <= day else { return false }
        switch terms.period {
        case .once: return false
        case .calendarYear: return date.parts.year <= obtained.parts.year + 1
        case .months(let months): return date < obtained.adding(months: months)
        }
    }
}
