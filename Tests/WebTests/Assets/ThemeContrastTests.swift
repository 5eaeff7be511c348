import Testing

@testable import Web

@Suite struct ThemeContrastTests {
    @Test func `every pair of colours of the product has its contrast, light and dark`() throws {
        let contrasts = try Theme.contrasts(over: nil)
        #expect(contrasts.count == 50)
        for contrast in contrasts {
            #expect(contrast.isEnough, "\(contrast)")
        }
    }

    @Test func `the figures are those of WCAG`() throws {
        let theme = try Theme(
            css: """
                :root { --oranje-color-ink: #000; --oranje-color-surface: #ffffff; --oranje-color-muted: hsl(0, 0%, 50%);
                  --oranje-color-action: rgb(119 119 119); }
                """)
        let contrasts = try Theme.contrasts(over: theme)
        func ratio(_ color: String) -> Int? {
            contrasts.first {
                $0.color == "--oranje-color-\(color)" && $0.ground == "--oranje-color-surface" && !$0.isDark
            }?.hundredths
        }
        #expect(ratio("ink") == 2100)
        #expect(ratio("muted") == 397)
        // #777777 on white is the well-known 4.48.
        #expect(ratio("action") == 447)
    }

    @Test func `a theme of another region is taken when its colours stand apart`() throws {
        _ = try Theme.checked(
            css: """
                :root { --oranje-color-brand: #154273; --oranje-color-action: #154273; --oranje-color-action-strong: #0B2440; }
                @media (prefers-color-scheme: dark) { :root { --oranje-color-brand: #8FB8E8; } }
                """)
    }

    @Test func `a theme whose letters cannot be read is refused with the pair and the figure`() {
        #expect {
            try Theme.checked(css: ":root { --oranje-color-action: #FFA500; }")
        } throws: { error in
            guard case .tooLittleContrast(let pairs)? = error as? ThemeFault else { return false }
            return pairs.contains {
                $0.color == "--oranje-color-action" && $0.ground == "--oranje-color-surface" && !$0.isDark
                    && $0.hundredths == 197
            } && pairs.allSatisfy { !$0.isDark }
        }
    }

    @Test(arguments: ["oranje", "#12", "rgba(1, 2, 3, 0.5)", "var(--rond)", "rgb(1, 2)", ""])
    func `a colour that is none is refused`(value: String) {
        #expect(throws: ThemeFault.self) {
            try Theme.checked(css: ":root { --rond: var(--rond); --oranje-color-ink: \(value); }")
        }
    }
}
