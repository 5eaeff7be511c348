package import HTTPTypes
package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore

/// One address of the site with what answers it.
package struct Endpoint: Sendable {
    package let method: HTTPRequest.Method
    /// `/mensen/:id`
    package let path: String
    package let body: Body
    package let respond: @Sendable (WebRequest) async -> WebResponse

    /// How the body of a request gets to `respond`.
    package enum Body: Sendable, Equatable {
        /// In memory, before it is called.
        case whole(bytesMax: Int)
        /// While it comes in, when `respond` asks for it.
        case form(UploadLimits)

        var bytesMax: Int {
            switch self {
            case .whole(let bytesMax): bytesMax
            case .form(let limits): limits.bytesMax
            }
        }
    }

    package init(
        method: HTTPRequest.Method, path: String, body: Body,
        respond: @escaping @Sendable (WebRequest) async -> WebResponse
    ) {
        self.method = method
        self.path = path
        self.body = body
        self.respond = respond
    }
}

/// The endpoints on Hummingbird's router, with the headers that every answer carries.
package struct Site: Sendable {
    package typealias Responder = RouterResponder<SiteContext>

    package let responder: Responder

    /// Every method that is answered with the ones an address knows; HEAD goes with GET (RFC 9110 §9).
    private static let methods: [HTTPRequest.Method] = [
        .get, .post, .put, .patch, .delete, .options, .trace, .query,
    ]

    /// - Parameter failure: makes the answer for an address or method that does not exist, or a body that is
    ///   too large.
    /// - Parameter log: is told every request with how it ended.
    package init(
        endpoints: [Endpoint], failure: @escaping @Sendable (WebFailure, WebRequest) -> WebResponse,
        log: @escaping @Sendable (RequestRecord) -> Void
    ) {
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: EdgeMiddleware(failure: failure, log: log))
        var methods: [String: [HTTPRequest.Method]] = [:]
        for endpoint in endpoints {
            methods[endpoint.path, default: []].append(endpoint.method)
            router.on(RouterPath(endpoint.path), method: endpoint.method) { request, context in
                let webRequest = try await WebRequest(request, context, endpoint.body)
                var response = Response(await endpoint.respond(webRequest), context)
                if webRequest.incoming?.isWhole == false { context.hangUp(after: &response) }
                return response
            }
        }
        for (path, known) in methods {
            for method in Self.methods where !known.contains(method) {
                router.on(RouterPath(path), method: method) { _, _ -> Response in
                    throw WebFailure.methodNotAllowed(allowed: known)
                }
            }
        }
        responder = router.buildResponder()
    }

    /// Serves until the task is cancelled or the process is told to stop.
    ///
    /// - Parameter ready: called once with the port that was really bound.
    package func serve(
        host: String, port: Int, logger: Logger, ready: @escaping @Sendable (Int) async -> Void
    ) async throws {
        // A phone that vanished must not hold a connection for ever; Hummingbird has no idle limit of its own
        // (stack.md §5).
        let application = Hummingbird.Application(
            responder: responder,
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: .init(address: .hostname(host, port: port), serverName: nil, backlog: 1024),
            onServerRunning: { channel in await ready(channel.localAddress?.port ?? port) },
            logger: logger)
        try await application.runService()
    }
}

/// What Hummingbird keeps per request. Made from a channel by the server and from a logger by tests.
package struct SiteContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    let remoteAddress: String
    /// Unique in this process and unlikely elsewhere; never taken from the client, who could put a name in it.
    let requestID = RequestID().description
    fileprivate let channel: (any Channel)?

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress?.ipAddress ?? ""
        channel = source.channel
    }

    package init(logger: Logger) {
        coreContext = .init(source: LoggerSource(logger: logger))
        remoteAddress = ""
        channel = nil
    }

    /// How long a sender may go on after it was refused; closing at once would lose it the answer.
    private static let lingeringSeconds: Int64 = 2

    /// Ends the connection of somebody who is still sending what nobody reads.
    func hangUp(after response: inout Response) {
        response.headers[.connection] = "close"
        guard let channel else { return }
        channel.eventLoop.scheduleTask(in: .seconds(Self.lingeringSeconds)) { channel.close(promise: nil) }
    }

    private struct LoggerSource: RequestContextSource {
        let logger: Logger
    }
}

extension WebRequest {
    /// - Throws: `WebFailure.bodyTooLarge` when the length says so, or while reading, before the whole body
    ///   is in memory.
    fileprivate init(_ request: Request, _ context: SiteContext, _ kind: Endpoint.Body) async throws {
        if let length = request.headers[.contentLength].flatMap(Int.init), length > kind.bytesMax {
            throw WebFailure.bodyTooLarge(bytesMax: kind.bytesMax)
        }
        var body: [UInt8] = []
        var incoming: IncomingBody?
        switch kind {
        case .form(let limits): incoming = IncomingBody(request, limits: limits)
        case .whole(let bytesMax):
            for try await part in request.body {
                guard body.count + part.readableBytes <= bytesMax else {
                    throw WebFailure.bodyTooLarge(bytesMax: bytesMax)
                }
                body += part.readableBytesView
            }
        }
        self.init(
            method: request.method, path: request.uri.path,
            parameters: Dictionary(
                context.parameters.map { (String($0.key), String($0.value)) },
                uniquingKeysWith: { first, _ in first }),
            query: FormFields(urlEncoded: request.uri.query ?? ""), headers: request.headers, body: body,
            incoming: incoming, remoteAddress: context.remoteAddress, id: context.requestID)
    }
}

extension Response {
    fileprivate init(_ response: WebResponse, _ context: SiteContext) {
        self.init(
            status: response.status, headers: response.headers,
            body: response.events.map { $0.body(context.channel) }
                ?? response.stream.map(ResponseBody.init)
                ?? .init(
                    byteBuffer: ByteBuffer(bytes: response.body)))
    }
}

extension ResponseBody {
    /// A piece at a time: the next is asked for when the reader has taken the last.
    fileprivate init(_ stream: BodyStream) {
        self.init(contentLength: stream.byteCount) { writer in
            var written = 0
            while written < stream.byteCount {
                let piece = try await stream.next(written)
                // Shorter than promised: the connection breaks, so that nobody takes a half file for a whole.
                guard !piece.isEmpty else { throw BodyStream.Ended() }
                try await writer.write(ByteBuffer(bytes: piece))
                written += piece.count
            }
            try await writer.finish(nil)
        }
    }
}

/// Outermost: turns every error into the product's own page or problem, and sets the security headers.
private struct EdgeMiddleware: RouterMiddleware {
    typealias Context = SiteContext

    let failure: @Sendable (WebFailure, WebRequest) -> WebResponse
    let log: @Sendable (RequestRecord) -> Void

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        let began = ContinuousClock.now
        var response: Response
        do {
            response = try await next(request, context)
        } catch let fault as WebFailure {
            response = answer(fault, request, context)
            if case .bodyTooLarge = fault { context.hangUp(after: &response) }
        } catch let error as any HTTPResponseError {
            response = answer(WebFailure(status: error.status), request, context)
        } catch {
            context.logger.error("Onverwachte fout", metadata: ["error": "\(type(of: error))"])
            response = answer(.unexpected, request, context)
        }
        for (name, value) in Self.securityHeaders where response.headers[name] == nil {
            response.headers[name] = value
        }
        response.headers[Self.requestIDHeader] = context.requestID
        log(
            RequestRecord(
                id: context.requestID, method: request.method, route: context.endpointPath.map(Self.pattern),
                status: response.status.code, duration: ContinuousClock.now - began))
        return response
    }

    private func answer(_ fault: WebFailure, _ request: Request, _ context: SiteContext) -> Response {
        let webRequest = WebRequest(
            method: request.method, path: request.uri.path, headers: request.headers,
            remoteAddress: context.remoteAddress, id: context.requestID)
        return Response(failure(fault, webRequest), context)
    }

    /// Hummingbird writes `/mensen/{id}` for what the product calls `/mensen/:id`.
    private static func pattern(_ path: String) -> String {
        path.replacing("{", with: ":").replacing("}", with: "")
    }

    private static let requestIDHeader = HTTPField.Name("X-Request-Id") ?? .referer

    private static let securityHeaders: [(HTTPField.Name, String)] = [
        (
            .contentSecurityPolicy,
            "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
        ),
        (.xContentTypeOptions, "nosniff"),
        (HTTPField.Name("Referrer-Policy") ?? .referer, "same-origin"),
        (HTTPField.Name("X-Frame-Options") ?? .referer, "DENY"),
        // Pages show people; a shared computer must not keep them.
        (.cacheControl, "no-store"),
    ]
}
