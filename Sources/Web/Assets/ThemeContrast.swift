import Foundation

/// One pair of colours that stand on each other, and how far apart they are (WCAG 1.4.3 and 1.4.11).
package struct ThemeContrast: Equatable, Sendable {
    package let color: String
    package let ground: String
    package let isDark: Bool
    /// In hundredths: 450 is 4.5 to 1.
    package let hundredths: Int
    package let hundredthsMin: Int

    package var isEnough: Bool { hundredths >= hundredthsMin }
}

extension Theme {
    private static let text = 450
    /// Borders of controls, marks, patterns.
    private static let mark = 300

    /// Every pair of colour and ground of the style sheet.
    private static let pairs: [(color: String, ground: String, minimum: Int)] =
        ["ink", "muted", "action", "action-strong", "covered", "attention", "gap", "unknown"].flatMap {
            color in
            ["paper", "surface"].map { ("--oranje-color-\(color)", "--oranje-color-\($0)", text) }
        } + [
            ("--nl-link-color", "--oranje-color-paper", text),
            ("--nl-link-color", "--oranje-color-surface", text),
            ("--oranje-color-on-action", "--nl-button-primary-background-color", text),
            ("--oranje-color-on-action", "--oranje-color-action-strong", text),
            ("--oranje-color-notice-ink", "--oranje-color-notice-box", text),
            ("--oranje-color-attention-ink", "--oranje-color-attention-box", text),
            ("--oranje-color-gap-ink", "--oranje-color-gap-box", text),
            ("--oranje-color-brand", "--oranje-color-surface", mark),
            ("--oranje-color-gap", "--oranje-color-gap-box", mark),
        ]

    /// Every pair of the product with this theme over the product's own tokens, light and dark.
    ///
    /// - Throws: `ThemeFault.noColour`.
    package static func contrasts(over theme: Theme?) throws(ThemeFault) -> [ThemeContrast] {
        let house = try Theme(css: Stylesheet.tokens)
        let light = values(house.light, theme?.light ?? [])
        let dark = values(house.light, theme?.light ?? [], house.dark, theme?.dark ?? [])
        var all: [ThemeContrast] = []
        for (isDark, values) in [(false, light), (true, dark)] {
            for pair in pairs {
                let color = try RGB(token: pair.color, in: values)
                let ground = try RGB(token: pair.ground, in: values)
                all.append(
                    ThemeContrast(
                        color: pair.color, ground: pair.ground, isDark: isDark,
                        hundredths: color.contrast(with: ground), hundredthsMin: pair.minimum))
            }
        }
        return all
    }

    /// Reads a theme and holds it to the contrast of the product's own pages.
    package static func checked(css: String) throws(ThemeFault) -> Theme {
        let theme = try Theme(css: css)
        let poor = try contrasts(over: theme).filter { !$0.isEnough }
        guard poor.isEmpty else { throw .tooLittleContrast(poor) }
        return theme
    }

    private static func values(_ layers: [Token]...) -> [String: String] {
        layers.joined().reduce(into: [:]) { values, token in values[token.name] = token.value }
    }
}

/// An opaque colour, each part 0 to 1.
private struct RGB {
    let red: Double
    let green: Double
    let blue: Double

    /// Follows `var(--other)` as far as it goes.
    init(token: String, in values: [String: String]) throws(ThemeFault) {
        var name = token
        // As many steps as there are tokens: more is a circle.
        for _ in 0...values.count {
            let value = values[name] ?? ""
            if let match = value.wholeMatch(of: /var\(\s*(--[A-Za-z0-9_-]+)\s*\)/) {
                name = String(match.output.1)
            } else if let color = Self(hex: value) ?? Self(function: value) {
                self = color
                return
            } else {
                throw .noColour(token: token, value: value)
            }
        }
        throw .noColour(token: token, value: values[token] ?? "")
    }

    private init(_ red: Double, _ green: Double, _ blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// `#abc` and `#aabbcc`.
    private init?(hex value: String) {
        guard value.hasPrefix("#") else { return nil }
        let digits = value.dropFirst().compactMap(\.hexDigitValue)
        guard digits.count == value.count - 1, digits.count == 3 || digits.count == 6 else { return nil }
        let isShort = digits.count == 3
        func part(_ index: Int) -> Double {
            let number: Int = isShort ? digits[index] * 17 : digits[index * 2] * 16 + digits[index * 2 + 1]
            return Double(number) / 255
        }
        self.init(part(0), part(1), part(2))
    }

    /// `rgb(0, 90, 156)` and `hsl(207 100% 31%)`, without transparency: a ground that shines through cannot
    /// be measured.
    private init?(function value: String) {
        guard let match = value.lowercased().wholeMatch(of: /(rgb|hsl)\(([^()]*)\)/) else { return nil }
        let parts = match.output.2.split { $0 == "," || $0 == " " }
        guard parts.count == 3 else { return nil }
        var numbers: [Double] = []
        for part in parts {
            let isShare = part.hasSuffix("%")
            let text = isShare ? part.dropLast() : part.hasSuffix("deg") ? part.dropLast(3) : part
            guard let number = Double(text) else { return nil }
            numbers.append(isShare ? number / 100 : number)
        }
        if match.output.1 == "rgb" {
            let scale = parts[0].hasSuffix("%") ? 1.0 : 255
            self.init(numbers[0] / scale, numbers[1] / scale, numbers[2] / scale)
        } else {
            self.init(hue: numbers[0], saturation: numbers[1], lightness: numbers[2])
        }
    }

    /// CSS Color 4, §7.1.
    private init(hue: Double, saturation: Double, lightness: Double) {
        func part(_ offset: Double) -> Double {
            let turned = (offset + hue / 30).truncatingRemainder(dividingBy: 12)
            let chroma = saturation * min(lightness, 1 - lightness)
            return lightness - chroma * max(-1, min(turned - 3, 9 - turned, 1))
        }
        self.init(part(0), part(8), part(4))
    }

    /// WCAG 2.2, relative luminance.
    private var luminance: Double {
        func linear(_ part: Double) -> Double {
            part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    func contrast(with other: RGB) -> Int {
        let (bright, deep) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return Int((bright + 0.05) / (deep + 0.05) * 100)
    }
}
