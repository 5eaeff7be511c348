import Domain
import Web

/// A text of a gateway's request with places for what differs per message: `{{naar}}`, `{{tekst}}`,
/// `{{geheim:wachtwoord}}`. Every value is escaped for where it stands, so that a message can never change the
/// request around it.
struct GatewayTemplate: Equatable, Sendable {
    /// Where the text stands, which decides how values are escaped.
    enum Context: String, CaseIterable, Sendable {
        case url, header, form, json, xml, plain
    }

    enum Place: Equatable, Sendable {
        /// The number in international form, `+31612345678`.
        case recipient
        /// The same without the plus.
        case recipientDigits
        case sender
        case text
        case key
        /// One of two texts: when the message fits the alphabet of seven bits, and when it does not.
        case alphabet(gsm7: String, ucs2: String)
        case secret(String)
    }

    /// Why a text is no template.
    enum Fault: Error, Equatable, Sendable {
        case unknownPlace(String)
        case unclosed
    }

    private enum Segment: Equatable, Sendable {
        case literal(String)
        case place(Place)
    }

    private let segments: [Segment]
    private let context: Context

    init(_ text: String, _ context: Context) throws(Fault) {
        self.context = context
        var segments: [Segment] = []
        var rest = text[...]
        while let start = rest.firstRange(of: "{{") {
            if start.lowerBound > rest.startIndex {
                segments.append(.literal(String(rest[..<start.lowerBound])))
            }
            guard let end = rest[start.upperBound...].firstRange(of: "}}") else { throw .unclosed }
            segments.append(.place(try Self.place(String(rest[start.upperBound..<end.lowerBound]))))
            rest = rest[end.upperBound...]
        }
        if !rest.isEmpty { segments.append(.literal(String(rest))) }
        self.segments = segments
    }

    private static func place(_ text: String) throws(Fault) -> Place {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts[0].filter { $0 != " " }
        let detail = parts.count == 2 ? String(parts[1]) : nil
        switch (name, detail) {
        case ("naar", nil): return .recipient
        case ("naar", "cijfers"): return .recipientDigits
        case ("van", nil): return .sender
        case ("tekst", nil): return .text
        case ("sleutel", nil): return .key
        case ("codering", let choices?):
            let both = choices.split(separator: "|", omittingEmptySubsequences: false)
            guard both.count == 2 else { throw .unknownPlace(text) }
            return .alphabet(gsm7: String(both[0]), ucs2: String(both[1]))
        case ("geheim", let secret?)
        where !secret.isEmpty && secret.allSatisfy { $0.isLetter || $0.isNumber }:
            return .secret(secret)
        default: throw .unknownPlace(text)
        }
    }

    /// The names of the secrets that must be known before anything can be sent.
    var secretNames: [String] {
        segments.compactMap { if case .place(.secret(let name)) = $0 { name } else { nil } }
    }

    /// What stands before the first place: of an address it must hold the host.
    var literalStart: String {
        if case .literal(let text)? = segments.first { text } else { "" }
    }

    func filled(_ values: Values) -> String {
        var text = ""
        for segment in segments {
            switch segment {
            case .literal(let literal): text += literal
            case .place(let place): text += escaped(values.value(of: place))
            }
        }
        return text
    }

    /// What a message puts in the places.
    struct Values: Sendable {
        let recipient: String
        let sender: String
        let text: String
        let key: String
        let alphabet: SMSText.Alphabet
        let secrets: [String: String]

        fileprivate func value(of place: Place) -> String {
            switch place {
            case .recipient: recipient
            case .recipientDigits: recipient.filter { $0 != "+" }
            case .sender: sender
            case .text: text
            case .key: key
            case .alphabet(let gsm7, let ucs2): alphabet == .gsm7 ? gsm7 : ucs2
            case .secret(let name): secrets[name] ?? ""
            }
        }
    }

    private func escaped(_ value: String) -> String {
        switch context {
        case .url, .form: queryEncoded(value)
        // A line end would begin another header.
        case .header:
            String(value.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : Character($0) })
        case .json: Self.json(value)
        case .xml: Self.xml(value)
        case .plain: value
        }
    }

    /// Inside the quotes of a JSON text (RFC 8259 §7).
    private static func json(_ value: String) -> String {
        var text = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            default:
                if scalar.value < 32 {
                    let hex = String(scalar.value, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        return text
    }

    /// Inside an element or attribute of XML 1.0; characters that XML does not have become spaces.
    private static func xml(_ value: String) -> String {
        var text = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&apos;"
            case "\n", "\r", "\t": text.unicodeScalars.append(scalar)
            default: text.unicodeScalars.append(scalar.value < 32 ? " " : scalar)
            }
        }
        return text
    }
}
