import Foundation

extension GatewaySetting {
    var faults: [String: ChannelSettingFault] {
        var faults = templateFaults
        if faults["url"] == nil { faults["url"] = urlFault }
        if let line = headerTexts.first(where: { !Self.isHeader($0) }) {
            faults["kopregels"] = .badHeader(String(line))
        }
        if bodyKind == .json, faults["inhoud"] == nil, !isJSON { faults["inhoud"] = .notJSON }
        for (field, pattern) in [
            ("goed", acceptedPattern), ("voorgoed", refusedPattern), ("voornu", laterPattern),
            ("kenmerk", referencePattern),
        ] where !pattern.isEmpty {
            // Why it is no expression the library says in English; the hint of the field says what helps.
            guard let expression = try? NSRegularExpression(pattern: pattern) else {
                faults[field] = .badPattern
                continue
            }
            if field == "kenmerk", expression.numberOfCaptureGroups < 1 { faults[field] = .noGroup }
        }
        faults.merge(ChannelBounds.faults(parallel, perSecond, totalSeconds)) { first, _ in first }
        if !authority.isEmpty, !ChannelBounds.isCertificate(authority) { faults["ca"] = .badAuthority }
        return faults
    }

    private var templateFaults: [String: ChannelSettingFault] {
        var faults: [String: ChannelSettingFault] = [:]
        let texts: [(String, String, GatewayTemplate.Context)] = [
            ("url", url, .url), ("kopregels", headers, .header), ("inhoud", body, bodyKind.context ?? .plain),
        ]
        for (field, text, context) in texts {
            do {
                _ = try GatewayTemplate(text, context)
            } catch {
                switch error {
                case .unknownPlace(let place): faults[field] = .unknownPlace(place)
                case .unclosed: faults[field] = .unclosed
                }
            }
        }
        return faults
    }

    private var urlFault: ChannelSettingFault? {
        let isSecure = url.hasPrefix("https://")
        guard isSecure || url.hasPrefix("http://"), let address = URLComponents(string: Self.sample(url)),
            let host = address.host, !host.isEmpty, address.user == nil
        else { return .noAddress }
        // `https://host/` has three slashes: a place before the third would choose the host.
        if let place = url.firstRange(of: "{{") {
            let start = url[..<place.lowerBound]
            guard start.count(where: { $0 == "/" }) >= 3 else { return .variableHost }
        }
        guard isSecure || allowsPlain || ChannelBounds.isLoopback(host) else { return .plainNotAllowed }
        return nil
    }

    private var headerTexts: [Substring] { headers.split(whereSeparator: \.isNewline) }

    /// Each line of the headers that has a name; `faults` tells of the others.
    var headerLines: [(name: String, value: String)] {
        headerTexts.filter(Self.isHeader).map { line in
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            return (
                name: parts[0].trimmingCharacters(in: .whitespaces),
                value: parts[1].trimmingCharacters(in: .whitespaces)
            )
        }
    }

    private static func isHeader(_ line: Substring) -> Bool {
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        // RFC 9110 §5.6.2.
        let name = parts[0].trimmingCharacters(in: .whitespaces)
        return !name.isEmpty
            && name.allSatisfy {
                $0.isASCII && ($0.isLetter || $0.isNumber || "!#$%&'*+-.^_`|~".contains($0))
            }
    }

    /// With every place filled with a letter, to look at the shape.
    private static func sample(_ text: String) -> String {
        text.replacing(/\{\{[^}]*\}\}/, with: "x")
    }

    private var isJSON: Bool {
        // Whether it parses is all that is asked.
        (try? JSONSerialization.jsonObject(with: Data(Self.sample(body).utf8), options: .fragmentsAllowed))
            != nil
    }
}
