import Domain
import HTTPTypes
import Storage
import Web

extension Routes {
    static let access: [Route] = [
        Route(
            method: .get, path: "/aanmelden", needs: .nobody,
            action: .open { application, request in
                .html(try await signInPage(application, FormState(request.query)))
            }),
        Route(method: .post, path: "/aanmelden", needs: .nobody, action: .open(signIn)),
        Route(method: .post, path: "/afmelden", needs: .signedIn, action: .slow(signOut)),
        .get("/wachtwoord", needs: .signedIn) { visit, _ in
            .page(AccessPages.password(visit, FormState()))
        },
        Route(method: .post, path: "/wachtwoord", needs: .signedIn, action: .slow(changePassword)),
    ]

    private static func signInPage(_ application: Application, _ state: FormState) async throws -> HTML {
        let region = try await application.storage.read { tx in try tx.region()?.name ?? "" }
        return Layout(regionName: region).html(AccessPages.signIn(state))
    }

    @Sendable private static func signIn(_ application: Application, _ request: WebRequest) async throws
        -> WebResponse
    {
        // Another site must not sign somebody in under a name of its choosing.
        guard !request.isFromAnotherSite else { throw WebFailure.expiredForm }
        let fields = FormFields(urlEncoded: String(decoding: request.body, as: UTF8.self))
        let outcome = try await SignIn(storage: application.storage, passwords: application.passwords)(
            name: fields["naam"], password: fields.raw("wachtwoord"),
            address: application.address(of: request),
            at: application.now(), randomness: application.randomness())
        switch outcome {
        case .signedIn(let token):
            var response = WebResponse.seeOther(safeTarget(fields["naar"]))
            response.setCookie(
                Application.sessionCookie, token, seconds: SignIn.sessionMinutes * 60,
                secure: application.isBehindProxy)
            return response
        case .throttled(let seconds): throw WebFailure.tooManyAttempts(retryAfterSeconds: seconds)
        case .busy: throw WebFailure.unavailable
        case .wrong:
            var kept = FormFields()
            kept.add("naam", fields["naam"])
            kept.add("naar", fields["naar"])
            let state = FormState(
                kept,
                errors: [FieldError("naam", "Naam en wachtwoord horen niet bij elkaar. Controleer beide.")])
            return .html(try await signInPage(application, state), status: .unprocessableContent)
        }
    }

    /// Only addresses of this site: another one would make the sign-in page a stepping stone for phishing.
    private static func safeTarget(_ target: String) -> String {
        let isPlain = target.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
        return isPlain && target.hasPrefix("/") && !target.hasPrefix("//") ? target : "/"
    }

    @Sendable private static func signOut(
        _ application: Application, _ visit: Visit, _ fields: FormFields
    ) async throws -> Answer {
        if let token = visit.request.cookie(Application.sessionCookie) {
            try await application.storage.write { tx in try tx.deleteSession(token: token) }
        }
        var response = WebResponse.seeOther("/aanmelden")
        response.setCookie(Application.sessionCookie, "", seconds: 0, secure: application.isBehindProxy)
        return .response(response)
    }

    @Sendable private static func changePassword(
        _ application: Application, _ visit: Visit, _ fields: FormFields
    ) async throws -> Answer {
        let account = visit.signedIn.account
        let stored = try await application.storage.read { tx in try tx.password(of: account) }
        var errors: [FieldError] = []
        if try await !application.passwords.verify(fields.raw("huidig"), against: stored ?? "") {
            errors.append(FieldError("huidig", AccountRefusal.wrongPassword.sentence))
        }
        if fields.raw("nieuw").count < passwordLengthMin {
            errors.append(
                FieldError("nieuw", AccountRefusal.passwordTooShort(min: passwordLengthMin).sentence))
        }
        guard errors.isEmpty else {
            let page = AccessPages.password(visit, FormState(FormFields(), errors: errors))
            return .refused(page)
        }
        var random = visit.randomness
        let hash = try await application.passwords.hash(fields.raw("nieuw"), salt: random.bytes(16))
        let source = random
        let token = visit.request.cookie(Application.sessionCookie) ?? ""
        try await application.storage.change(by: visit.actor, at: visit.now, randomness: source) { change in
            try change.changeOwnPassword(to: hash, keeping: token)
        }
        return .redirect("/", notice: "Uw wachtwoord is gewijzigd. Andere aanmeldingen zijn beëindigd.")
    }
}

extension Application {
    /// Where a request came from. Behind a proxy every request comes from the proxy; the last address it adds is
    /// the one it saw itself.
    func address(of request: WebRequest) -> String {
        guard isBehindProxy, let forwarded = request.forwardedFor else { return request.remoteAddress }
        return forwarded
    }
}
