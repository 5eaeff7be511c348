package import Domain
import Storage

/// Whether the promises of a moment can be kept together, and what breaks first.
package struct PromiseReport: Sendable {
    package let at: Instant
    /// Those that hold on that day.
    package let promises: [BoundPromise]
    /// Per promise, how many different people could come for it.
    package let available: [Code<Promise>: Int]
    /// What breaks first, at whatever hour of the week it breaks.
    package let overPromised: [OverPromise]
}

extension Application {
    /// What the command asks.
    package func checkPromises(on day: Day?) async throws -> PromiseReport {
        let moment = day.map { Amsterdam.instant($0, hour: 12) } ?? now()
        return try await storage.read { tx in try tx.promiseReport(at: moment) }
    }
}

extension Transaction {
    func promiseReport(at now: Instant) throws -> PromiseReport {
        let promises = try boundPromises(on: Amsterdam.day(at: now))
        guard let region = try region(), !promises.isEmpty else {
            return PromiseReport(at: now, promises: promises, available: [:], overPromised: [])
        }
        let supply = try PromiseSupply(self, region, now)
        let loads = Dictionary(
            promises.map { bound in
                (
                    bound.promise.code,
                    PromiseLoad(
                        promise: bound.promise.code, needed: bound.promise.needed,
                        eligible: supply.people(for: bound))
                )
            }, uniquingKeysWith: { first, _ in first })
        var found: [OverPromise] = []
        for group in promises.map(\.promise).simultaneous {
            for over in PromiseCheck(group.compactMap { loads[$0.code] }).overPromised()
            where !found.contains(where: { $0.promises == over.promises }) {
                found.append(over)
            }
        }
        return PromiseReport(
            at: now, promises: promises, available: loads.mapValues(\.eligible.count),
            overPromised: found.sorted { $0.promises.count < $1.promises.count })
    }
}

/// Who could come for a promise at a moment: designated and competent, there, reachable, of a supplier that is
/// bound, and in time for whoever of the receivers is farthest.
private struct PromiseSupply {
    private let input: CoverageInput
    private let functions: [Code<CrisisFunction>: CrisisFunction]
    private let travel: TravelTable
    private let region: SafetyRegion
    private let now: Instant

    init(_ tx: Transaction, _ region: SafetyRegion, _ now: Instant) throws {
        input = try tx.coverageInput(during: Interval(now, now.adding(minutes: 1)))
        functions = Dictionary(
            try tx.functions().map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        travel = try tx.travelMinutes()
        self.region = region
        self.now = now
    }

    func people(for bound: BoundPromise) -> Set<ID<Functionary>> {
        Set(
            input.candidates.filter { candidate in
                guard let person = input.people[candidate.person],
                    bound.suppliers.contains(person.municipality), isFit(candidate, bound.promise.function)
                else { return false }
                return isInTime(from: person.workBase, bound.promise)
            }.map(\.person))
    }

    private func isFit(_ candidate: Candidate, _ function: Code<CrisisFunction>) -> Bool {
        guard let fitness = candidate.fitness[function] else { return false }
        return fitness.designated.contains { $0.contains(now) }
            && fitness.competence.competence(at: now).isCompetent
            && candidate.reachable.contains { $0.contains(now) }
            && !(candidate.absent + candidate.deployed + candidate.resting).contains { $0.contains(now) }
    }

    private func isInTime(from base: Code<Municipality>, _ promise: Promise) -> Bool {
        guard let limit = promise.responseMinutes else { return true }
        let places: [Code<Municipality>] =
            switch functions[promise.function]?.workplace {
            case .scene: promise.receivers.sorted()
            case .coordinationCentre: [region.coordinationCentre]
            case .remote, .some(.none), nil: []
            }
        return places.allSatisfy { place in travel.minutes(from: base, to: place).map { $0 <= limit } ?? false
        }
    }
}
