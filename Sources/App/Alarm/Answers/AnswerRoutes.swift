import Domain
import HTTPTypes
import Storage
import Web

extension Routes {
    /// Answering by link: open to everybody, because the signature in the address is the key. Opening it changes
    /// nothing, so that a program that looks at links in mail answers for nobody.
    static let answers: [Route] = [
        Route(method: .get, path: "/a/:token", needs: .nobody, action: .open(AnswerByLink.show)),
        Route(method: .post, path: "/a/:token", needs: .nobody, action: .open(AnswerByLink.take)),
    ]
}

/// Somebody who answers without signing in.
enum AnswerByLink {
    /// Tokens from one address that were not made here; whoever has a real one is never kept out by them.
    private static let forgedMax = 30
    /// Answers by one link; far more than anybody needs.
    private static let answersMax = 20

    @Sendable static func show(_ application: Application, _ request: WebRequest) async throws -> WebResponse
    {
        let token = request.parameters["token"] ?? ""
        let now = application.now()
        do {
            let model = try await application.storage.read { tx in try AnswerPage(token: token, tx, at: now) }
            let told = request.cookie(Application.noticeCookie).map { FormFields(urlEncoded: "m=\($0)")["m"] }
            let layout = Layout(regionName: model.regionName, notice: told)
            var response = WebResponse.html(layout.html(AnswerPages.page(model, token: token)))
            if told != nil {
                response.setCookie(
                    Application.noticeCookie, "", seconds: 0, secure: application.isBehindProxy)
            }
            return response
        } catch let fault as LinkFault {
            return try await refuse(fault, application, request)
        }
    }

    @Sendable static func take(_ application: Application, _ request: WebRequest) async throws -> WebResponse
    {
        // A page elsewhere that knows the address may still not press the button.
        guard !request.isFromAnotherSite else { throw WebFailure.expiredForm }
        let token = request.parameters["token"] ?? ""
        let fields = FormFields(urlEncoded: String(decoding: request.body, as: UTF8.self))
        guard let reply = AlarmReply(fields) else { throw WebFailure.malformed }
        let now = application.now()
        var random = application.randomness()
        let number = Int(random.next() >> 33)
        let source = random
        do {
            let effect = try await application.storage.change(
                by: .background("antwoordlink"), at: now, randomness: source
            ) { change in
                let (link, reader) = try change.tx.openLink(token, at: now)
                guard link.purpose == reply.purpose else { throw WebFailure.malformed }
                let throttle = Throttle(subject: "antwoordlink:\(link.number)", triesMax: answersMax)
                if let seconds = try throttle.wait(change.tx, at: now) {
                    throw LinkFault.tooOften(seconds: seconds)
                }
                try throttle.count(change.tx, at: now, number: number)
                return try change.answerAlarm(reader.alarm, by: reader.person, reply, way: .link)
            }
            application.alarmSignal.raise()
            var response = WebResponse.seeOther("/a/\(token)")
            response.setCookie(
                Application.noticeCookie, queryEncoded(effect.notice), seconds: 60,
                secure: application.isBehindProxy)
            return response
        } catch let fault as LinkFault {
            return try await refuse(fault, application, request)
        }
    }

    static func refuse(
        _ fault: LinkFault, _ application: Application, _ request: WebRequest
    ) async throws -> WebResponse {
        var fault = fault
        if fault == .forged, let seconds = try await countForged(application, request) {
            fault = .tooOften(seconds: seconds)
        }
        let region = try await application.storage.read { tx in try tx.region()?.name ?? "" }
        let page = Layout(regionName: region).html(AnswerPages.fault(fault))
        var response = WebResponse.html(page, status: fault.status)
        if case .tooOften(let seconds) = fault { response.headers[.retryAfter] = "\(seconds)" }
        return response
    }

    /// Seconds to wait when there were too many from this address; nil when this one was counted.
    private static func countForged(_ application: Application, _ request: WebRequest) async throws -> Int? {
        let now = application.now()
        var random = application.randomness()
        let number = Int(random.next() >> 33)
        let throttle = Throttle(subject: "link:\(application.address(of: request))", triesMax: forgedMax)
        return try await application.storage.write { tx in
            if let seconds = try throttle.wait(tx, at: now) { return seconds }
            try throttle.count(tx, at: now, number: number)
            return nil
        }
    }
}

extension LinkFault {
    fileprivate var status: HTTPResponse.Status {
        switch self {
        case .forged: .notFound
        case .expired: .gone
        case .tooOften: .tooManyRequests
        }
    }
}

extension AlarmReply {
    /// The purpose of the link that may say this.
    fileprivate var purpose: AnswerPurpose? {
        switch self {
        case .coming, .declined, .atWork: .answer
        case .taken: .take
        case .unclear: nil
        }
    }
}
