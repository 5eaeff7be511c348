import Foundation
import Solver

/// A shift-scheduling instance in the text format of Curtois and Qu (2014).
struct ShiftInstance {
    enum Fault: Error, CustomStringConvertible {
        case line(Int, String)

        var description: String {
            switch self {
            case .line(let number, let text): "line \(number) is not understood: \(text)"
            }
        }
    }

    struct Worker {
        var id: String
        var most: [String: Int]
        var minutes: ClosedRange<Int>
        var run: ClosedRange<Int>
        var minDaysOff: Int
        var maxWeekends: Int
        var daysOff: Set<Int> = []
        /// Weight of each request by day and shift: positive to have it, negative not to.
        var requests: [Request: Int] = [:]
    }

    struct Request: Hashable {
        var day: Int
        var shift: String
    }

    struct Cover {
        var day: Int
        var shift: String
        var wanted: Int
        var under: Int
        var over: Int
    }

    var days = 0
    var shifts: [(id: String, minutes: Int, mayNotPrecede: [String])] = []
    var workers: [Worker] = []
    var covers: [Cover] = []

    init(_ text: String) throws {
        var section = ""
        for (number, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = raw.trimmingCharacters(in: .whitespaces)
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("SECTION_") {
                section = line
                continue
            }
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard read(fields, section) else { throw Fault.line(number + 1, line) }
        }
    }

    private mutating func read(_ fields: [String], _ section: String) -> Bool {
        func number(_ index: Int) -> Int? { fields.indices.contains(index) ? Int(fields[index]) : nil }
        switch section {
        case "SECTION_HORIZON":
            guard let days = number(0) else { return false }
            self.days = days
        case "SECTION_SHIFTS":
            guard let minutes = number(1) else { return false }
            shifts.append(
                (fields[0], minutes, fields.dropFirst(2).joined().split(separator: "|").map(String.init)))
        case "SECTION_STAFF": return readWorker(fields, number)
        case "SECTION_DAYS_OFF":
            guard let worker = workers.firstIndex(where: { $0.id == fields[0] }) else { return false }
            workers[worker].daysOff = Set(fields.dropFirst().compactMap { Int($0) })
        case "SECTION_SHIFT_ON_REQUESTS", "SECTION_SHIFT_OFF_REQUESTS":
            guard let worker = workers.firstIndex(where: { $0.id == fields[0] }), let day = number(1),
                fields.count > 3,
                let weight = number(3)
            else { return false }
            workers[worker].requests[Request(day: day, shift: fields[2]), default: 0] +=
                section.contains("_ON_") ? weight : -weight
        case "SECTION_COVER":
            guard fields.count > 4, let day = number(0), let wanted = number(2), let under = number(3),
                let over = number(4)
            else { return false }
            covers.append(.init(day: day, shift: fields[1], wanted: wanted, under: under, over: over))
        default: return false
        }
        return true
    }

    private mutating func readWorker(_ fields: [String], _ number: (Int) -> Int?) -> Bool {
        guard fields.count > 7, let most = number(2), let least = number(3), let runMost = number(4),
            let runLeast = number(5), let off = number(6), let weekends = number(7), least <= most,
            runLeast <= runMost
        else { return false }
        var kinds: [String: Int] = [:]
        for part in fields[1].split(separator: "|") {
            let sides = part.split(separator: "=")
            guard sides.count == 2, let count = Int(sides[1]) else { return false }
            kinds[String(sides[0])] = count
        }
        workers.append(
            Worker(
                id: fields[0], most: kinds, minutes: least...most, run: runLeast...runMost, minDaysOff: off,
                maxWeekends: weekends))
        return true
    }

    /// A row for each cover line; a request not met is counted by what meeting it saves.
    func problem() -> RosterProblem {
        let number = Dictionary(uniqueKeysWithValues: shifts.enumerated().map { ($1.id, $0) })
        var row: [Request: Int] = [:]
        for (index, cover) in covers.enumerated() { row[Request(day: cover.day, shift: cover.shift)] = index }
        var constant = 0
        let people = workers.map { worker -> RosterProblem.Person in
            constant += worker.requests.values.reduce(0) { $0 + max(0, $1) }
            var choices: [RosterProblem.Choice] = []
            for day in 0..<days where !worker.daysOff.contains(day) {
                for (task, shift) in shifts.enumerated() where worker.most[shift.id] != 0 {
                    let request = Request(day: day, shift: shift.id)
                    choices.append(
                        .init(
                            period: day, task: task, cost: -(worker.requests[request] ?? 0),
                            rows: row[request].map { [$0] } ?? []))
                }
            }
            let kinds = shifts.map { shift in
                ShiftRules.Kind(
                    minutes: shift.minutes, mayNotPrecede: Set(shift.mayNotPrecede.compactMap { number[$0] }),
                    max: worker.most[shift.id] ?? days)
            }
            return .init(
                choices: choices,
                rules: .shifts(
                    .init(
                        kinds: kinds, minutes: worker.minutes, run: worker.run, minDaysOff: worker.minDaysOff,
                        maxWeekends: worker.maxWeekends)))
        }
        let rows = covers.map {
            RosterProblem.Row(low: $0.wanted, high: $0.wanted, under: $0.under, over: $0.over)
        }
        return RosterProblem(periods: days, rows: rows, people: people, constant: constant)
    }

    /// What `check-shifts.py` reads: a line for each person, the id and then a shift id or nothing for each
    /// day.
    func roster(_ answer: RosterAnswer, _ problem: RosterProblem) -> Data {
        var lines: [String] = []
        for (worker, (person, choices)) in zip(workers, zip(problem.people, answer.choices)) {
            var cells = [String](repeating: "", count: days)
            for index in choices {
                cells[person.choices[index].period] = shifts[person.choices[index].task].id
            }
            lines.append(([worker.id] + cells).joined(separator: ","))
        }
        return Data((lines.joined(separator: "\n") + "\n").utf8)
    }
}
