import Domain
import Foundation
import Testing

@testable import App

@Suite struct NormWordsTests {
    /// The page of a norm says what reckons with it: exactly the norms that some source outside this feature
    /// asks for.
    @Test func `a norm that the code asks says so on its page, and no other does`() throws {
        let asked = try Self.askedCodes()
        let told = Set(NormCode.allCases.filter { $0.use != nil })
        #expect(asked == told, "te veel of te weinig in NormCode.use: \(asked.symmetricDifference(told))")
    }

    @Test(arguments: NormCode.allCases)
    func `every value is written as it can be read back`(code: NormCode) {
        let values = [code.range.lowerBound, code.range.upperBound, min(7, code.range.upperBound)]
        for value in values where code.range.contains(value) {
            #expect(NormReading.value(code.phrase(value), in: code.unit) == .success(value), "\(code)")
        }
        #expect(code.phrase(nil) == "niet vastgesteld")
    }

    /// `of: .response` in Sources, outside the norms themselves.
    private static func askedCodes() throws -> Set<NormCode> {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
        let byName = Dictionary(
            uniqueKeysWithValues: NormCode.allCases.map { (String(describing: $0), $0) })
        var asked: Set<NormCode> = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: root.path)
        where path.hasSuffix(".swift") && !path.hasPrefix("Domain/Norm/")
            && path != "App/Norms/NormPages.swift"
        {
            let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
            for found in text.matches(of: /(?:value|norm|series|number|minutes)\(\s*of: \.(\w+)/) {
                if let code = byName[String(found.output.1)] { asked.insert(code) }
            }
        }
        return asked
    }
}
