/// The style sheet: tokens in NL Design System style, which a region's theme replaces, and rules that use
/// nothing but the tokens.
package enum Stylesheet {
    /// Carries a version, so that a browser keeps it until it changes.
    package static let path = "/stijl.css"

    /// The product's own tokens, then those of the theme; for the dark the same again. A theme without dark
    /// colours leaves the product's own there.
    package static func text(_ theme: Theme?) -> String {
        lightTokens + Theme.css(theme?.light ?? []) + "@media screen and (prefers-color-scheme: dark) {\n"
            + darkTokens + Theme.css(theme?.dark ?? []) + "}\n" + base + parts + simulation + coverage
    }

    /// As a theme of its own.
    static let tokens =
        lightTokens + "@media screen and (prefers-color-scheme: dark) {\n" + darkTokens + "}\n"

    private static let lightTokens = """
        :root {
          --oranje-color-paper: #FBFAF8; --oranje-color-surface: #FFFFFF; --oranje-color-ink: #1B1F23;
          --oranje-color-muted: #57606A; --oranje-color-line: #D8D4CC; --oranje-color-brand: #E8590C;
          --oranje-color-action: #B5470A; --oranje-color-action-strong: #8F3706; --oranje-color-on-action: #FFFFFF;
          --oranje-color-covered: #0B6E69; --oranje-color-deep: #084B48;
          --oranje-color-attention: #8A5A00; --oranje-color-attention-box: #FFF0CC; --oranje-color-attention-ink: #5C3C00;
          --oranje-color-gap: #B3261E; --oranje-color-gap-box: #FBE3E1; --oranje-color-gap-ink: #7A1710;
          --oranje-color-unknown: #5F6368; --oranje-color-notice-box: #DDF1EF; --oranje-color-notice-ink: #084B48;
          --oranje-color-exercise: #6B2FA0; --oranje-color-exercise-band: #EFE3F8;
          --oranje-radius: 6px;
          --nl-button-primary-background-color: var(--oranje-color-action);
          --nl-link-color: var(--oranje-color-action);
        }

        """

    private static let darkTokens = """
        :root {
          --oranje-color-paper: #14171A; --oranje-color-surface: #1D2125; --oranje-color-ink: #F2EFEA;
          --oranje-color-muted: #B4B9BF; --oranje-color-line: #3A4046;
          --oranje-color-action: #FF8A3D; --oranje-color-action-strong: #FFB27D; --oranje-color-on-action: #14171A;
          --oranje-color-covered: #6FD3CC; --oranje-color-deep: #A9E8E3;
          --oranje-color-attention: #F2C14E; --oranje-color-attention-box: #3A2E10; --oranje-color-attention-ink: #F8DE9D;
          --oranje-color-gap: #FF8A80; --oranje-color-gap-box: #43201E; --oranje-color-gap-ink: #FFD3CF;
          --oranje-color-unknown: #B4B9BF; --oranje-color-notice-box: #123331; --oranje-color-notice-ink: #A9E8E3;
          --oranje-color-exercise: #D9BDF2; --oranje-color-exercise-band: #3A2450;
        }

        """

    private static let base = """
        *, *::before, *::after { box-sizing: border-box; }
        html { font-size: 18px; -webkit-text-size-adjust: 100%; }
        @media (min-width: 48rem) { html { font-size: 17px; } }
        body { margin: 0; overflow-wrap: break-word; background: var(--oranje-color-paper); color: var(--oranje-color-ink);
          font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        h1 { font-size: 1.45rem; line-height: 1.25; margin: 8px 0 16px; max-width: 34em; text-wrap: balance; }
        h2 { font-size: 1.2rem; line-height: 1.3; margin: 32px 0 8px; }
        h3 { font-size: 1rem; margin: 24px 0 4px; }
        @media (min-width: 48rem) { h1 { font-size: 2rem; } h2 { font-size: 1.5rem; } h3 { font-size: 1.2rem; } }
        p, ul, ol, dl { margin: 0 0 12px; max-width: 68ch; }
        a { color: var(--nl-link-color); text-underline-offset: 2px; }
        a:hover { color: var(--oranje-color-action-strong); }
        :focus-visible { outline: 3px solid var(--oranje-color-ink); outline-offset: 2px; border-radius: 2px; }
        main { display: block; max-width: 76rem; margin: 0 auto; padding: 16px 16px 48px; }
        main:focus { outline: none; }
        .muted { color: var(--oranje-color-muted); }
        .lead { font-size: 1.2rem; }
        .nowrap { white-space: nowrap; }
        .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .nl-skip-link { margin: 0; }
        .nl-skip-link a { position: absolute; left: -999rem; background: var(--oranje-color-surface); padding: 12px 16px; z-index: 2; }
        .nl-skip-link a:focus { left: 8px; top: 8px; }
        .top { border-top: 4px solid var(--oranje-color-brand); background: var(--oranje-color-surface);
          border-bottom: 1px solid var(--oranje-color-line); }
        .top-line { max-width: 76rem; margin: 0 auto; padding: 4px 16px; display: flex; gap: 4px 16px; flex-wrap: wrap;
          justify-content: space-between; align-items: center; font-size: 0.85rem; }
        .brand { text-decoration: none; color: inherit; padding: 12px 0; }
        .brand span { color: var(--oranje-color-muted); }
        .who { display: flex; gap: 16px; align-items: center; }
        .who form { margin: 0; }
        .who a { padding: 12px 0; }
        nav.main { max-width: 76rem; margin: 0 auto; padding: 0 8px; }
        nav.main ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; max-width: none; }
        nav.main a { display: block; padding: 10px 8px; min-height: 44px; text-decoration: none; color: inherit;
          border-bottom: 3px solid transparent; }
        nav.main a:hover { border-color: var(--oranje-color-line); }
        @media screen and (max-width: 47.99rem) {
          .top-line { flex-wrap: nowrap; }
          .brand span { display: none; }
          .who { gap: 12px; }
        }
        nav.main a[aria-current] { border-color: var(--oranje-color-brand); font-weight: 600; }
        nav.beside { border-top: 1px solid var(--oranje-color-line); }
        .acting { background: var(--oranje-color-attention-box); color: var(--oranje-color-attention-ink);
          border-left: 4px solid var(--oranje-color-attention); }
        .acting form { max-width: 76rem; margin: 0 auto; padding: 4px 16px; display: flex; flex-wrap: wrap; gap: 0 24px;
          align-items: center; }
        .acting p { margin: 0; font-weight: 600; }
        .acting button.link { color: inherit; }
        .crumb { font-size: 0.85rem; }
        .crumb a { display: inline-block; padding: 10px 0; }
        .foot { border-top: 1px solid var(--oranje-color-line); font-size: 0.85rem; color: var(--oranje-color-muted);
          padding: 16px; text-align: center; }
        .foot p { margin: 0 auto; }
        .foot a { display: inline-block; padding: 10px 0; color: inherit; }

        """
}
