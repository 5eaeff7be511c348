import Domain
import Simulation
import Web

/// Dutch for shares and differences, so that somebody who reads no charts reads the same.
enum SimulationWords {
    /// `in 6 van de 10 gevallen`
    static func cases(_ share: Double) -> String {
        switch share {
        case 0: "in geen van de gevallen"
        case ..<0.05: "in minder dan 1 van de 20 gevallen"
        case 1: "in alle gevallen"
        case 0.95...: "in meer dan 19 van de 20 gevallen"
        default: "in \(Int((share * 10).rounded())) van de 10 gevallen"
        }
    }

    /// `60,3 %`, and with its interval `60,3 % (59,3 tot 61,2)`.
    static func percent(_ estimate: Estimate) -> String {
        "\(number(100 * estimate.value)) % (\(number(100 * estimate.low)) tot \(number(100 * estimate.high)))"
    }

    /// `12,4 procentpunt vaker (11,8 tot 13,0)`
    static func difference(_ estimate: Estimate) -> String {
        if estimate.low <= 0 && estimate.high >= 0 {
            return
                "geen aantoonbaar verschil (\(signed(estimate.low)) tot \(signed(estimate.high)) procentpunt)"
        }
        let more = estimate.value > 0
        let low = 100 * (more ? estimate.low : -estimate.high)
        let high = 100 * (more ? estimate.high : -estimate.low)
        return "\(number(100 * abs(estimate.value))) procentpunt \(more ? "vaker" : "minder vaak") "
            + "(\(number(low)) tot \(number(high)))"
    }

    private static func signed(_ value: Double) -> String {
        (value > 0 ? "+" : "") + number(100 * value)
    }

    /// One decimal, with a comma.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let text = "\(Dutch.number(tenths.magnitudeInt / 10)),\(tenths.magnitudeInt % 10)"
        return tenths < 0 ? "-\(text)" : text
    }

    static func state(_ run: SimulationRun) -> String {
        switch run.state {
        case .waiting: "wacht op de rekenaar"
        case .running: "bezig: stap \(run.done) van hooguit \(run.steps)"
        case .finished: "klaar"
        case .cancelled: "gestopt"
        case .failed: "mislukt"
        }
    }

    static func change(
        _ kind: SimulationRequest.Activity.Kind, _ function: String?, count: Int
    ) -> String {
        switch kind {
        case .people: "\(Dutch.count(count, "persoon", "mensen")) meer voor \(function ?? "")"
        case .certificates:
            "\(Dutch.count(count, "collega", "collega's")) vakbekwaam voor \(function ?? "")"
        case .response: "\(count) procentpunt meer mensen die komen als zij worden gebeld"
        }
    }
}

extension SimulationRequest.Activity.Kind {
    var words: String {
        switch self {
        case .people: "mensen erbij"
        case .certificates: "collega's vakbekwaam"
        case .response: "procentpunt betere opkomst"
        }
    }
}

extension SimulationRefusal {
    var sentence: String {
        switch self {
        case .tooManyOpen: "Er wachten al vijf berekeningen. Wacht tot er een klaar is, of stop er een."
        }
    }
}

extension Int {
    fileprivate var magnitudeInt: Int { Int(magnitude) }
}
