import Domain
import Foundation
import HTTPTypes
import TestSupport

@testable import App

/// What a page gives away about the people of the sample. Its numbers are all +31 6 000 and five digits.
struct PrivacyReading {
    let page: String

    /// Every number on the page, in whichever spelling, as it is stored.
    var numbers: Set<String> {
        let plain = after("+316000") + after("06000") + after("00316000")
        return Set((plain + after("06 00 0") + after("06-000")).map { "+316000\($0)" })
    }

    /// The five digits that follow each `start`. A start inside a word is no number: hashes hold every row of digits.
    private func after(_ start: String) -> [String] {
        let parts = page.components(separatedBy: start)
        return zip(parts, parts.dropFirst()).compactMap { before, rest in
            if let last = before.last, last.isLetter || last.isNumber { return nil }
            let digits = rest.prefix(8).filter { $0 != " " && $0 != "-" }.prefix { $0.isASCII && $0.isNumber }
                .prefix(5)
            return digits.count == 5 ? String(digits) : nil
        }
    }

    /// Every e-mail address of the sample on the page.
    var addresses: Set<String> {
        Set(
            page.components(separatedBy: ".example").dropLast().compactMap { text in
                let address = text.reversed().prefix { $0.isLetter || $0.isNumber || ".@-_'".contains($0) }
                return address.contains("@") ? String(address.reversed()) + ".example" : nil
            })
    }

    /// The words of the page, to look for surnames: the sample's are invented and occur in no sentence.
    var words: Set<String> {
        Set(
            page.utf8.split { byte in
                let isLetter = (65...90).contains(byte) || (97...122).contains(byte) || byte >= 128
                return !isLetter
            }.map { String(decoding: $0, as: UTF8.self) })
    }
}

extension Route {
    /// Addresses with these things in the path.
    func paths(_ things: PathThings) -> [String] {
        var paths = [""]
        for part in path.split(separator: "/") {
            let values: [String]
            switch part {
            case ":id":
                values =
                    path.hasPrefix("/rooster")
                    ? things.rosters
                    : path.hasPrefix("/accounts") ? things.accounts : things.people
            case ":line": values = things.lines
            case ":week": values = things.weeks
            case ":slot": values = DutySlot.allCases.map(\.rawValue)
            case ":paper": values = things.papers
            case ":absence": values = things.absences
            default: values = [String(part)]
            }
            paths = paths.flatMap { path in values.map { "\(path)/\($0)" } }
        }
        return paths.map { $0.isEmpty ? "/" : $0 }
    }
}

/// Real things of the sample to fill addresses with.
struct PathThings {
    var people: [String] = []
    var papers: [String] = []
    var absences: [String] = []
    var lines: [String] = []
    var weeks: [String] = []
    var rosters: [String] = []
    var accounts: [String] = []
}
