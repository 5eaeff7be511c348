import Foundation
import Testing

@testable import Simulation

@Suite struct ContinuityFileTests {
    private static let whole = """
        {"hours": 48, "shift": 12, "rest": 11, "week_cap": 60, "max_ext": 2, "noshow": 0,
         "dropout": 4294967295, "scope": "cluster", "seed": 20200219, "functions": ["ovd-bz"],
         "persons": [{"muni": 3, "fmask": 5, "avail": 77, "base": 9, "spread": 35}],
         "positions": [{"fn": 2, "norm": 90, "muni": -1}, {"fn": 0, "norm": 0, "muni": 4}]}
        """

    private func read(_ text: String) throws -> ContinuityInstance {
        try ContinuityFile(Data(text.utf8)).instance(scope: nil, shiftHours: nil, restHours: nil)
    }

    private func fault(_ change: (String) -> String) -> ContinuityFileFault? {
        do {
            _ = try read(change(Self.whole))
            return nil
        } catch {
            return error as? ContinuityFileFault
        }
    }

    @Test func `every field lands where it belongs`() throws {
        let instance = try read(Self.whole)
        #expect(instance.hours == 48)
        #expect((instance.shiftHours, instance.restHours) == (12, 11))
        #expect((instance.weekHoursMax, instance.extensionHoursMax) == (60, 2))
        #expect((instance.noShow, instance.dropout) == (0, .max))
        #expect(instance.scope == .cluster)
        #expect(
            instance.persons == [
                .init(
                    municipality: 3, functions: 5, available: 77, travelBaseMinutes: 9,
                    travelSpreadMinutes: 35)
            ])
        #expect(instance.positions[0] == .init(function: 2, normMinute: 90, municipality: nil))
        #expect(instance.positions[1] == .init(function: 0, normMinute: 0, municipality: 4))
        #expect(try ContinuityFile(Data(Self.whole.utf8)).seed == 20_200_219)
    }

    @Test func `what is asked for goes before what the file says`() throws {
        let file = try ContinuityFile(Data(Self.whole.utf8))
        let instance = try file.instance(scope: .local, shiftHours: 8, restHours: 0)
        #expect(instance.scope == .local)
        #expect((instance.shiftHours, instance.restHours) == (8, 0))
    }

    @Test func `a field that is missing is named with its place`() {
        #expect(fault { $0.replacing("\"week_cap\"", with: "\"cap\"") } == .missing(field: "week_cap"))
        #expect(
            fault { $0.replacing("\"avail\"", with: "\"a\"") } == .missing(field: "persons[0].avail"))
        #expect(fault { $0.replacing("\"scope\"", with: "\"s\"") } == .missing(field: "scope"))
        #expect(fault { $0.replacing("\"persons\"", with: "\"people\"") } == .missing(field: "persons"))
    }

    @Test func `a value of another kind is named`() {
        #expect(fault { $0.replacing("48", with: "\"48\"") } == .wrongKind(field: "hours"))
        #expect(fault { $0.replacing("48", with: "48.5") } == .wrongKind(field: "hours"))
        #expect(fault { $0.replacing("77", with: "null") } == .wrongKind(field: "persons[0].avail"))
    }

    @Test func `a value out of bounds is named with the bounds`() {
        #expect(
            fault { $0.replacing("48", with: "0") }
                == .outOfBounds(field: "hours", from: 1, through: ContinuityFile.hoursMax))
        #expect(
            fault { $0.replacing("\"fn\": 2", with: "\"fn\": 64") }
                == .outOfBounds(field: "positions[0].fn", from: 0, through: 62))
        let most = Int(UInt32.max)
        #expect(
            fault { $0.replacing("4294967295", with: "4294967296") }
                == .outOfBounds(field: "dropout", from: 0, through: most))
        #expect(
            fault { $0.replacing("77", with: "-1") }
                == .outOfBounds(field: "persons[0].avail", from: 0, through: most))
        #expect(
            fault { $0.replacing("\"base\": 9", with: "\"base\": -9") }
                == .outOfBounds(
                    field: "persons[0].base", from: 0, through: ContinuityFile.travelMinutesMax))
        #expect(fault { $0.replacing("cluster", with: "regio") } == .unknownScope("regio"))
    }

    @Test func `what is no JSON, or no object, is told so`() {
        #expect(fault { _ in "" } == .notJSON)
        #expect(fault { _ in "{" } == .notJSON)
        #expect(fault { _ in "[]" } == .notJSON)
    }
}
