import Domain
import HTTPTypes
import Storage
import Synchronization
import Testing
import Web

@testable import App
@testable import TestSupport

/// What tests ask of the sample region, in the words of the domain.
extension TestRegion {
    var storage: Storage { application.storage }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Result
    ) async throws -> Result {
        try await storage.read(body)
    }

    /// A journalled write as the account of that name would do it.
    @discardableResult
    func change<Result: Sendable>(
        as name: String, at now: Instant = TestRegion.now,
        _ body: @escaping @Sendable (inout Change) throws -> Result
    ) async throws -> Result {
        let signedIn = try await signedIn(name)
        return try await storage.change(by: .account(signedIn), at: now, randomness: .system, body)
    }

    func signedIn(_ name: String) async throws -> SignedIn {
        try await read { tx in
            let account = try #require(try tx.accounts().first { $0.name == name })
            return SignedIn(
                account: account.id, displayName: account.displayName, person: account.person,
                grants: account.grants, csrf: "", mustChangePassword: false)
        }
    }

    func visit(
        _ name: String, _ path: String = "/", parameters: [String: String] = [:],
        query: FormFields = FormFields(),
        at now: Instant = TestRegion.now
    ) async throws -> Visit {
        let request = WebRequest(method: .get, path: path, parameters: parameters, query: query)
        return Visit(request: request, signedIn: try await signedIn(name), now: now, randomness: .system)
    }

    /// The municipality for which the sample's ambtenaar works.
    func ownMunicipality() async throws -> Code<Municipality> {
        try #require(try await signedIn("ambtenaar").municipalities.first)
    }

    func people() async throws -> [Functionary] {
        try await read { tx in try tx.functionaries() }
    }

    func person(_ isWanted: (Functionary) -> Bool) async throws -> Functionary {
        try #require(try await people().first(where: isWanted))
    }

    func records(of action: String) async throws -> [JournalRecord] {
        try await read { tx in
            try tx.journalRecords(after: 0, limit: 100_000).filter { $0.action == action }
        }
    }

    func recordCount() async throws -> Int {
        try await verifyJournal(storage).recordCount
    }

    func line(_ code: String) async throws -> DutyLine {
        try #require(try await read { tx in try tx.lines() }.first { $0.code.text == code })
    }

    /// People who would count on `line` for the whole of `period` and stand nowhere in that time.
    func fitAndFree(_ line: DutyLine, _ period: DutyPeriod) async throws -> [Functionary] {
        let interval = period.interval
        return try await read { tx in
            let input = try tx.coverageInput(during: interval)
            return input.candidates.filter { candidate in
                Coverage.refusals(of: candidate, for: line, during: interval).isEmpty
                    && !candidate.duties.contains { $0.interval.overlaps(interval) }
            }.compactMap { input.people[$0.person] }
        }
    }

    func onDuty(_ line: String, _ period: DutyPeriod, _ slot: DutySlot) async throws -> ID<Functionary>? {
        let interval = period.interval
        return try await read { tx in
            try tx.duties(during: interval, line: Code(line)).first { $0.duty.slot == slot }?.person
        }
    }

    /// The same region with a clock that a test can set.
    func with(_ clock: TestClock) -> TestRegion {
        let timed = Application(
            storage: storage, logger: application.logger, now: { clock.now }, randomness: { .system },
            passwordCost: .cheapest)
        return TestRegion(application: timed, passwords: passwords, place: place)
    }
}

extension PasswordCost {
    static let cheapest = PasswordCost(rounds: 2, blockSize: 1, parallelism: 1)
}

/// A clock on the wall of a test.
final class TestClock: Sendable {
    private let shown: Mutex<Instant>

    init(_ now: Instant = TestRegion.now) {
        shown = Mutex(now)
    }

    var now: Instant { shown.withLock { $0 } }

    func turn(to now: Instant) {
        shown.withLock { $0 = now }
    }

    func advance(minutes: Int) {
        shown.withLock { $0 = $0.adding(minutes: minutes) }
    }
}

extension TestClient.Answer {
    /// The sentence that the last write left behind, wherever the browser goes next.
    var notice: String? {
        let cookies = headers[values: .setCookie].filter { $0.hasPrefix("\(Application.noticeCookie)=") }
        guard let value = cookies.first?.split(separator: ";").first?.split(separator: "=").last else {
            return nil
        }
        return FormFields(urlEncoded: "m=\(value)")["m"]
    }
}
