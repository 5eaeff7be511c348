import Domain
import HTTPTypes
import Storage
import Web

/// What an address asks of whoever calls it.
enum Need: Equatable, Sendable {
    /// Open to everybody: signing in, and what the sign-in page needs.
    case nobody
    case signedIn
    case permission(Permission)
}

/// One address of the product. It cannot be made without saying what it needs.
struct Route: Sendable {
    /// A form of text fields; far more than any page sends.
    static let formBytesMax = 200_000

    let method: HTTPRequest.Method
    let path: String
    let needs: Need
    let action: Action

    enum Action: Sendable {
        /// Before somebody is signed in; does its own reading and writing.
        case open(@Sendable (Application, WebRequest) async throws -> WebResponse)
        /// A page: everything it shows comes from one read.
        case page(@Sendable (Visit, Transaction) throws -> Answer)
        /// A write: one journalled transaction.
        case change(@Sendable (Visit, FormFields, inout Change) throws -> Answer)
        /// A write that must do something slow first, such as hashing a password, and then writes itself.
        case slow(@Sendable (Application, Visit, FormFields) async throws -> Answer)
        /// A form with files, read from the network while it comes in, after the permission was checked. It
        /// does its own reading and writing.
        case upload(UploadLimits, @Sendable (Application, Visit, UploadForm) async throws -> Answer)
        /// A page or part that viewers share while it changes, or the stream that tells them so.
        case live(@Sendable (LiveDeployments, Visit, Transaction) throws -> Answer)
        /// A stored file: found in a read, then sent piece by piece.
        case file(@Sendable (Visit, Transaction) throws -> StoredFile)
    }

    var body: Endpoint.Body {
        if case .upload(let limits, _) = action { return .form(limits) }
        return .whole(bytesMax: Self.formBytesMax)
    }

    var worksWithTemporaryPassword: Bool {
        path == "/wachtwoord" || path == "/afmelden"
    }

    static func get(
        _ path: String, needs: Need, _ page: @escaping @Sendable (Visit, Transaction) throws -> Answer
    ) -> Route {
        Route(method: .get, path: path, needs: needs, action: .page(page))
    }

    static func file(
        _ path: String, needs: Need, _ find: @escaping @Sendable (Visit, Transaction) throws -> StoredFile
    ) -> Route {
        Route(method: .get, path: path, needs: needs, action: .file(find))
    }

    static func upload(
        _ path: String, needs: Need, _ limits: UploadLimits,
        _ handler: @escaping @Sendable (Application, Visit, UploadForm) async throws -> Answer
    ) -> Route {
        Route(method: .post, path: path, needs: needs, action: .upload(limits, handler))
    }

    static func post(
        _ path: String, needs: Need,
        _ change: @escaping @Sendable (Visit, FormFields, inout Change) throws -> Answer
    ) -> Route {
        Route(method: .post, path: path, needs: needs, action: .change(change))
    }
}

/// What a handler gives back.
enum Answer: Sendable {
    case page(Page, status: HTTPResponse.Status = .ok)
    /// After a write: where to go, and the sentence that tells what was done.
    case redirect(String, notice: String? = nil)
    case response(WebResponse)
    /// The paper as a PDF, made after the read; without a program for it, to its page with the reason.
    case pdf(Paper, page: String)
    /// Personal data of others is in it: that is noted before it leaves.
    indirect case showing(DataView, Answer)

    /// Whose data is in it; nil when it is nobody's.
    var view: DataView? {
        if case .showing(let view, _) = self { view } else { nil }
    }

    /// The paper to make a PDF of, and the page where it can be read and printed.
    var paper: (paper: Paper, page: String)? {
        switch self {
        case .pdf(let paper, let page): (paper, page)
        case .showing(_, let shown): shown.paper
        case .page, .redirect, .response: nil
        }
    }

    /// The page of a form again, with what was typed and what is wrong with it. Nothing was saved.
    static func refused(_ page: Page) -> Answer {
        .page(page, status: .unprocessableContent)
    }
}

/// A request by somebody who is signed in.
struct Visit: Sendable {
    let request: WebRequest
    let signedIn: SignedIn
    let now: Instant
    let randomness: Randomness

    var today: Day { Amsterdam.day(at: now) }

    var actor: Actor { .account(signedIn) }

    /// The id in the path; a text that is no id is an address that does not exist.
    func id<Entity>(_ name: String, of: Entity.Type = Entity.self) throws -> ID<Entity> {
        guard let id = ID<Entity>(request.parameters[name] ?? "") else { throw WebFailure.notFound }
        return id
    }

    func code<Entity>(_ name: String, of: Entity.Type = Entity.self) -> Code<Entity> {
        Code(request.parameters[name] ?? "")
    }
}
