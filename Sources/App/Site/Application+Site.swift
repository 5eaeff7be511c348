import Domain
import HTTPTypes
import Logging
import Storage
package import Web

extension Application {
    static let sessionCookie = "oranje_sessie"
    static let noticeCookie = "oranje_melding"

    /// Every address of the product on one router.
    package func site() -> Site {
        Site(
            endpoints: Routes.all.map { route in
                Endpoint(method: route.method, path: route.path, body: route.body) { request in
                    await answer(route, request)
                }
            } + apiEndpoints() + (trialStream?.endpoints ?? []),
            failure: { failure, request in
                if API.isAddress(request.path) { return apiFailure(failure) }
                return FailurePage.response(failure, request, layout: Layout(regionName: ""))
            },
            log: { [logger] record in
                logger.info(
                    "Verzoek",
                    metadata: [
                        "request": "\(record.id)", "method": "\(record.method)",
                        "route": "\(record.route ?? "-")",
                        "status": "\(record.status)", "milliseconds": "\(record.milliseconds)",
                    ])
            })
    }

    /// Serves until the process is told to stop.
    package func serve(
        host: String, port: Int, ready: @escaping @Sendable (Int) async -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await runWork() }
            group.addTask { await runSimulations() }
            group.addTask { await runRosterRequests() }
            group.addTask { await runAlarms() }
            group.addTask { await runAudit() }
            group.addTask { await runLive() }
            group.addTask { try await site().serve(host: host, port: port, logger: logger, ready: ready) }
            try await group.next()
            group.cancelAll()
        }
    }

    private func answer(_ route: Route, _ request: WebRequest) async -> WebResponse {
        do {
            return try await respond(route, request)
        } catch let failure as WebFailure {
            return FailurePage.response(failure, request, layout: Layout(regionName: ""))
        } catch PasswordFault.busy {
            return FailurePage.response(.unavailable, request, layout: Layout(regionName: ""))
        } catch let fault as StorageFault {
            logger.error(
                "Database",
                metadata: ["error": "\(fault.code)", "route": "\(route.path)", "request": "\(request.id)"])
            return FailurePage.response(.unavailable, request, layout: Layout(regionName: ""))
        } catch {
            logger.error(
                "Onverwachte fout",
                metadata: [
                    "error": "\(JSONLog.code(of: error))", "route": "\(route.path)",
                    "request": "\(request.id)",
                ])
            return FailurePage.response(.unexpected, request, layout: Layout(regionName: ""))
        }
    }

    private func respond(_ route: Route, _ request: WebRequest) async throws -> WebResponse {
        let now = now()
        let randomness = randomness()
        switch route.action {
        case .open(let handler): return try await handler(self, request)
        case .page(let page):
            let (response, note, answer) = try await storage.read { tx -> (WebResponse, ViewNote?, Answer?) in
                guard let visit = try visit(request, tx, now, randomness) else {
                    return (signInFirst(request), nil, nil)
                }
                if let first = visit.passwordFirst(route) { return (first, nil, nil) }
                try visit.require(route)
                let answer = try page(visit, tx)
                let note = try answer.view.flatMap { try visit.note(of: $0, tx) }
                return (render(answer, try LayoutFacts(visit, tx), request), note, answer)
            }
            // Nobody sees what is not written down.
            if let note { try await storage.write { tx in try tx.insert(note) } }
            if let (paper, page) = answer?.paper { return try await pdf(of: paper, page: page) }
            return response
        case .live(let handler):
            return try await storage.read { tx in
                let program = try programVisit(request, tx, now, randomness)
                guard let visit = try program ?? visit(request, tx, now, randomness) else {
                    return signInFirst(request)
                }
                if let first = visit.passwordFirst(route) { return first }
                try visit.require(route)
                return render(try handler(live, visit, tx), try LayoutFacts(visit, tx), request)
            }
        case .change(let change):
            let fields = FormFields(urlEncoded: String(decoding: request.body, as: UTF8.self))
            return try await write(route, request, now, randomness, csrf: fields["csrf"]) { visit, open in
                try change(visit, fields, &open)
            }
        case .upload(_, let handler):
            // Who may not hears that first, before a byte of the file is read.
            let visit = try await storage.read { tx in try self.visit(request, tx, now, randomness) }
            guard let visit else { return signInFirst(request) }
            try visit.require(route)
            guard let form = try await request.incoming?.form() else { throw WebFailure.malformed }
            try visit.checkForm(csrf: form.fields["csrf"])
            let answer = try await handler(self, visit, form)
            return render(answer, try await storage.read { tx in try LayoutFacts(visit, tx) }, request)
        case .file(let find):
            return try await storage.read { tx in
                guard let visit = try visit(request, tx, now, randomness) else { return signInFirst(request) }
                if let first = visit.passwordFirst(route) { return first }
                try visit.require(route)
                let file = try find(visit, tx)
                guard let blob = try tx.blob(file.blob) else { throw WebFailure.notFound }
                return .download(stream(of: blob), name: file.name, type: blob.contentType)
            }
        case .slow(let handler):
            let fields = FormFields(urlEncoded: String(decoding: request.body, as: UTF8.self))
            let visit = try await storage.read { tx in try self.visit(request, tx, now, randomness) }
            guard let visit else { return signInFirst(request) }
            try visit.require(route)
            try visit.checkForm(csrf: fields["csrf"])
            let answer = try await handler(self, visit, fields)
            return render(answer, try await storage.read { tx in try LayoutFacts(visit, tx) }, request)
        }
    }

    /// Piece by piece, each in a read of its own: a slow reader holds no transaction open.
    private func stream(of blob: Blob) -> BodyStream {
        BodyStream(byteCount: blob.byteCount) { [storage] offset in
            try await storage.read { tx in try tx.blobPiece(blob.hash, offset / Blob.pieceBytes) ?? [] }
        }
    }

    /// One journalled transaction: session, permission and token are read inside it, so that nothing can
    /// change in between.
    private func write(
        _ route: Route, _ request: WebRequest, _ now: Instant, _ randomness: Randomness, csrf: String,
        _ body: @escaping @Sendable (Visit, inout Change) throws -> Answer
    ) async throws -> WebResponse {
        let signedIn = try await storage.read { tx in try self.visit(request, tx, now, randomness)?.signedIn }
        guard let signedIn else { return signInFirst(request) }
        let (response, actions): (WebResponse, Set<String>) = try await storage.change(
            by: .account(signedIn), at: now, randomness: randomness
        ) { change in
            // Read again under the lock: a right that was taken away a moment ago counts.
            guard let visit = try visit(request, change.tx, now, randomness) else {
                throw WebFailure.expiredForm
            }
            try visit.require(route)
            try visit.checkForm(csrf: csrf)
            let answer = try body(visit, &change)
            return (render(answer, try LayoutFacts(visit, change.tx), request), change.actions)
        }
        noteWrite(actions)
        return response
    }

    private func visit(
        _ request: WebRequest, _ tx: Transaction, _ now: Instant, _ randomness: Randomness
    ) throws -> Visit? {
        guard let token = request.cookie(Self.sessionCookie),
            let signedIn = try tx.signedIn(token: token, at: now)
        else {
            return nil
        }
        return Visit(request: request, signedIn: signedIn, now: now, randomness: randomness)
    }

    /// A page for everybody; whoever is signed in keeps their menu.
    func publicPage(
        _ request: WebRequest, _ page: @escaping @Sendable (Transaction) throws -> Page
    ) async throws -> WebResponse {
        let now = now()
        let randomness = randomness()
        return try await storage.read { tx in
            let page = try page(tx)
            guard let visit = try visit(request, tx, now, randomness) else {
                return .html(Layout(regionName: try tx.region()?.name ?? "").html(page))
            }
            return render(.page(page), try LayoutFacts(visit, tx), request)
        }
    }

    private func signInFirst(_ request: WebRequest) -> WebResponse {
        if request.wantsJSON {
            return FailurePage.response(.forbidden, request, layout: Layout(regionName: ""))
        }
        return request.method == .get && request.path != "/"
            ? .seeOther("/aanmelden?naar=\(queryEncoded(request.path))") : .seeOther("/aanmelden")
    }

    /// Outside any transaction: it takes a second.
    private func pdf(of paper: Paper, page: String) async throws -> WebResponse {
        do {
            let bytes = try await printer.pdf(of: paper)
            return .download(bytes, name: "\(paper.fileName).pdf", type: "application/pdf")
        } catch let fault as PDFFault {
            logger.warning("Geen pdf", metadata: ["error": "\(fault)"])
            return redirect(page, fault.sentence)
        }
    }

    private func redirect(_ path: String, _ notice: String?) -> WebResponse {
        var response = WebResponse.seeOther(path)
        if let notice {
            response.setCookie(Self.noticeCookie, queryEncoded(notice), seconds: 60, secure: isBehindProxy)
        }
        return response
    }

    private func render(_ answer: Answer, _ facts: LayoutFacts, _ request: WebRequest) -> WebResponse {
        switch answer {
        case .showing(_, let shown): return render(shown, facts, request)
        case .response(let response): return response
        case .pdf(_, let page): return .seeOther(page)
        case .redirect(let path, let notice): return redirect(path, notice)
        case .page(let page, let status):
            let told = request.cookie(Self.noticeCookie).map { FormFields(urlEncoded: "m=\($0)")["m"] }
            var response = WebResponse.html(facts.layout(notice: told).html(page), status: status)
            if told != nil { response.setCookie(Self.noticeCookie, "", seconds: 0, secure: isBehindProxy) }
            return response
        }
    }
}

extension Visit {
    /// Whoever still has a password that somebody else made chooses their own before anything else.
    func passwordFirst(_ route: Route) -> WebResponse? {
        signedIn.mustChangePassword && !route.worksWithTemporaryPassword ? .seeOther("/wachtwoord") : nil
    }

    func require(_ route: Route) throws {
        if signedIn.mustChangePassword, !route.worksWithTemporaryPassword { throw WebFailure.forbidden }
        switch route.needs {
        case .nobody, .signedIn: break
        case .permission(let permission): try actor.require(permission)
        }
    }

    /// Throws when the form was not made for this session.
    func checkForm(csrf: String) throws {
        guard Secrets.areEqual(csrf, signedIn.csrf) else { throw WebFailure.expiredForm }
    }
}
