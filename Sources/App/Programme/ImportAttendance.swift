import Domain
import Storage
import Web

/// What a list of who came would do to one session.
struct AttendanceOutcome: Sendable {
    let file: AttendanceFile
    let said: [Said]
    /// Rows that do not fit, with the person where there is one; without a line: the session takes no list now.
    let problems: [(line: Int?, problem: Problem)]

    struct Said: Sendable {
        let person: Functionary
        let attendance: Attendance
        let before: Attendance?

        var isUnchanged: Bool { before == attendance }
    }

    enum Problem: Sendable {
        case unknownPerson(number: String)
        case twice(name: String)
        case fault(AttendanceFault, name: String)
    }

    var changed: [Said] { said.filter { !$0.isUnchanged } }
}

extension AttendanceFile {
    /// Reads a list by what is in it, csv or xlsx.
    static func read(content bytes: [UInt8], lookup: ImportLookup) -> AttendanceFile {
        switch ImportRecord.read(content: bytes, rowsMax: rowsMax) {
        case .success(let records): read(records: records, lookup: lookup)
        case .failure(let fault): refused(fault)
        }
    }
}

extension Transaction {
    func attendanceOutcome(
        _ file: AttendanceFile, at session: ActivitySession, of activity: Activity, now: Instant
    ) throws -> AttendanceOutcome {
        var people: [String: Functionary] = [:]
        for person in try functionaries() {
            people["\(person.municipality) \(person.personnelNumber)"] = person
        }
        let enrolments = Dictionary(
            try enrolments(of: session.id).map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
        var said: [AttendanceOutcome.Said] = []
        var problems: [(line: Int?, problem: AttendanceOutcome.Problem)] = []
        var seen: Set<ID<Functionary>> = []
        for row in file.rows {
            guard let person = people["\(row.municipality) \(row.personnelNumber)"] else {
                problems.append((row.line, .unknownPerson(number: row.personnelNumber)))
                continue
            }
            let name = person.name.full
            let isPresent = row.presence == .present
            let attendance = Attendance(
                presence: row.presence, result: row.result,
                minutes: isPresent ? row.minutes ?? session.interval.minutes : 0)
            let enrolment = enrolments[person.id]
            if let fault = attendance.fault(of: enrolment, at: session, of: activity, now: now) {
                guard fault.isAboutPerson else {
                    problems = [(nil, .fault(fault, name: name))]
                    said = []
                    break
                }
                problems.append((row.line, .fault(fault, name: name)))
            } else if !seen.insert(person.id).inserted {
                problems.append((row.line, .twice(name: name)))
            } else {
                said.append(
                    AttendanceOutcome.Said(
                        person: person, attendance: attendance, before: enrolment?.attendance))
            }
        }
        return AttendanceOutcome(file: file, said: said, problems: problems)
    }
}

extension Change {
    /// Writes down the good rows, as if they were typed on the page; the list stays open.
    mutating func importAttendance(
        _ file: AttendanceFile, at id: ID<ActivitySession>
    ) throws -> AttendanceOutcome {
        let (session, activity) = try plannedSession(id)
        let outcome = try tx.attendanceOutcome(file, at: session, of: activity, now: now)
        let said = Dictionary(
            outcome.changed.map { ($0.person.id, $0.attendance) }, uniquingKeysWith: { first, _ in first })
        try recordAttendance(said, at: id, isFinal: false)
        return outcome
    }
}
