import CCurl

/// One handle of libcurl: makes one call at a time, then the next of the same outlet. Used on the courier's
/// thread only.
final class Transfer {
    let handle: UnsafeMutableRawPointer
    private let connections: Connections
    /// Whose call is under way.
    var ticket: Ticket?
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private let errorText: UnsafeMutablePointer<CChar>

    /// What is still to be read by libcurl: the message of a mail.
    private var outgoing: [UInt8] = []
    private var outgoingOffset = 0
    private var hasReadAll = false
    private var body: [UInt8] = []
    /// The last line a mail server sent, and the last that was a no: after a no it is asked to say goodbye.
    private var lastLine: [UInt8] = []
    private var lastRefusal: [UInt8] = []
    /// Times that a request was about to leave.
    private var requests = 0

    /// Nil when there is no memory for it.
    ///
    /// - Parameter connections: what the handles of one outlet share.
    init?(_ outlet: Outlet, _ connections: Connections) {
        guard let handle = curl_easy_init() else { return nil }
        self.handle = handle
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        self.connections = connections
        setUp(outlet)
    }

    deinit {
        // Before the connections go, which `connections` keeps until then.
        curl_easy_cleanup(handle)
        for list in lists { curl_slist_free_all(list) }
        errorText.deallocate()
    }

    /// What holds for every call of the outlet.
    private func setUp(_ outlet: Outlet) {
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_CONNECTTIMEOUT_MS, outlet.connectMilliseconds)
        set(CURLOPT_TIMEOUT_MS, outlet.totalMilliseconds)
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        set(CURLOPT_PROTOCOLS_STR, "http,https,smtp,smtps")
        set(CURLOPT_USERAGENT, "Oranje")
        // The way a message takes stands on the settings page, never in an environment variable.
        set(CURLOPT_PROXY, "")
        set(CURLOPT_MAXAGE_CONN, Self.idleSecondsMax)
        // Also how long a goodbye may take, during which the whole thread waits.
        set(CURLOPT_SERVER_RESPONSE_TIMEOUT, max(1, outlet.totalMilliseconds / 1000))
        _ = curl_set_pointer(handle, CURLOPT_SHARE, connections.share)
        if let authority = outlet.authority {
            let pem = Array(authority.utf8)
            _ = curl_set_blob(handle, CURLOPT_CAINFO_BLOB, pem, pem.count)
            _ = curl_set_text(handle, CURLOPT_CAPATH, nil)
        }
        _ = curl_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText)
        let own = Unmanaged.passUnretained(self).toOpaque()
        for option in [
            CURLOPT_READDATA, CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_PREREQDATA, CURLOPT_PRIVATE,
        ] {
            _ = curl_set_pointer(handle, option, own)
        }
        _ = curl_set_transport(handle, CURLOPT_READFUNCTION) { to, size, count, own in
            Transfer.of(own)?.read(into: to, size * count) ?? 0
        }
        _ = curl_set_transport(handle, CURLOPT_WRITEFUNCTION) { from, size, count, own in
            Transfer.of(own)?.take(from, size * count)
            return size * count
        }
        _ = curl_set_transport(handle, CURLOPT_HEADERFUNCTION) { from, size, count, own in
            Transfer.of(own)?.takeLine(from, size * count)
            return size * count
        }
        _ = curl_set_before_request(handle) { own, _, _, _, _ in
            Transfer.of(own)?.mayRequest() == true ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
        }
    }

    /// A connection that stood unused for longer is not used again: the other side may just be closing it.
    private static let idleSecondsMax = 30

    static func of(_ pointer: UnsafeMutableRawPointer?) -> Transfer? {
        pointer.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    // MARK: Beginning a call

    func prepare(_ ticket: Ticket) {
        self.ticket = ticket
        for list in lists { curl_slist_free_all(list) }
        lists = []
        outgoing = []
        outgoingOffset = 0
        hasReadAll = false
        body = []
        lastLine = []
        lastRefusal = []
        requests = 0
        errorText[0] = 0
        switch ticket.order.call {
        case .http(let call): prepare(call)
        case .mail(let call): prepare(call)
        }
    }

    private func prepare(_ call: HTTPCall) {
        set(CURLOPT_URL, call.url)
        setList(CURLOPT_HTTPHEADER, call.headers.map { "\($0.name): \($0.value)" } + ["Expect:"])
        if call.method == .get {
            set(CURLOPT_HTTPGET, 1)
        } else {
            set(CURLOPT_POST, 1)
            set(CURLOPT_POSTFIELDSIZE, call.body.utf8.count)
            set(CURLOPT_COPYPOSTFIELDS, call.body)
        }
        _ = curl_set_text(handle, CURLOPT_CUSTOMREQUEST, call.method == .put ? call.method.rawValue : nil)
    }

    private func prepare(_ call: MailCall) {
        let server = call.server
        let scheme = server.encryption == .tls ? "smtps" : "smtp"
        let host = server.host.contains(":") ? "[\(server.host)]" : server.host
        set(CURLOPT_URL, "\(scheme)://\(host):\(server.port)/\(server.ownName)")
        let use = server.encryption == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
        set(CURLOPT_USE_SSL, Int(use.rawValue))
        if let user = server.user {
            set(CURLOPT_USERNAME, user)
            set(CURLOPT_PASSWORD, server.password)
        }
        set(CURLOPT_MAIL_FROM, "<\(call.sender)>")
        setList(CURLOPT_MAIL_RCPT, ["<\(call.recipient)>"])
        set(CURLOPT_UPLOAD, 1)
        outgoing = call.content
    }

    private func set(_ option: CURLoption, _ number: Int) {
        _ = curl_set_number(handle, option, number)
    }

    private func set(_ option: CURLoption, _ text: String) {
        _ = curl_set_text(handle, option, text)
    }

    private func setList(_ option: CURLoption, _ texts: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for text in texts { list = curl_slist_append(list, text) ?? list }
        _ = curl_set_list(handle, option, list)
        if let list { lists.append(list) }
    }

    // MARK: Called by libcurl

    private func read(into buffer: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard let buffer else { return 0 }
        let part = min(count, outgoing.count - outgoingOffset)
        guard part > 0 else {
            // What follows is the end of the message: from here on the server may have taken it.
            hasReadAll = true
            return 0
        }
        outgoing.withUnsafeBytes { bytes in
            UnsafeMutableRawPointer(buffer).copyMemory(
                from: bytes.baseAddress.unsafelyUnwrapped + outgoingOffset, byteCount: part)
        }
        outgoingOffset += part
        return part
    }

    private func take(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) {
        let part = min(count, HTTPReply.bodyBytesMax - body.count)
        guard part > 0 else { return }
        body.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: part))
    }

    private func takeLine(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) {
        guard case .mail = ticket?.order.call else { return }
        lastLine = Array(UnsafeRawBufferPointer(start: bytes, count: min(count, 1024)))
        if let first = lastLine.first, first == UInt8(ascii: "4") || first == UInt8(ascii: "5") {
            lastRefusal = lastLine
        }
    }

    /// libcurl sends a request again over a new connection when a kept one turns out to be closed. Whether
    /// the server had read the first is then unknown, so the second is refused here and the caller decides.
    private func mayRequest() -> Bool {
        requests += 1
        return requests == 1
    }

    // MARK: Ending a call

    /// Whether the server may have taken what it was sent.
    var perhapsSent: Bool {
        if case .mail = ticket?.order.call { return hasReadAll }
        return requests > 0
    }

    func reply(_ code: CURLcode) -> Result<Reply, CallFailure> {
        let status = number(CURLINFO_RESPONSE_CODE)
        guard case .mail = ticket?.order.call else {
            guard code == CURLE_OK else { return .failure(failure(code, status)) }
            let wait = number(CURLINFO_RETRY_AFTER)
            return .success(
                .http(HTTPReply(status: status, body: body, retryAfter: wait > 0 ? wait : nil)))
        }
        guard code == CURLE_OK else { return .failure(failure(code, status)) }
        return .success(.mail(MailReply(code: status, text: Self.text(lastLine))))
    }

    /// A server's line without its code.
    private static func text(_ line: [UInt8]) -> String {
        let text = String(decoding: line, as: UTF8.self)
        let isCoded = text.prefix(3).allSatisfy(\.isNumber) && text.count > 3
        return String((isCoded ? text.dropFirst(4) : text[...]).filter { !$0.isNewline })
    }

    private func number(_ info: CURLINFO) -> Int {
        var value = 0
        return curl_get_number(handle, info, &value) == CURLE_OK ? value : 0
    }

    private func failure(_ code: CURLcode, _ status: Int) -> CallFailure {
        let text = String(cString: errorText)
        if case .mail = ticket?.order.call, let refused = refusal(code, status, text) { return refused }
        return CallFailure(.init(code, text, perhapsSent: perhapsSent), perhapsSent: perhapsSent)
    }

    /// A mail server's no. Which command it answers is in libcurl's sentence only.
    private func refusal(_ code: CURLcode, _ status: Int, _ text: String) -> CallFailure? {
        guard status >= 400 else { return nil }
        switch code {
        case CURLE_LOGIN_DENIED:
            return CallFailure(
                status < 500 ? .refused(.greeting, code: status, text: Self.text(lastRefusal)) : .credentials)
        case CURLE_SEND_ERROR where text.hasPrefix("MAIL failed"):
            return CallFailure(.refused(.sender, code: status, text: Self.text(lastRefusal)))
        case CURLE_SEND_ERROR where text.hasPrefix("RCPT failed"):
            return CallFailure(.refused(.recipient, code: status, text: Self.text(lastRefusal)))
        case CURLE_SEND_ERROR where text.hasPrefix("DATA failed"):
            return CallFailure(.refused(.content, code: status, text: Self.text(lastRefusal)))
        case CURLE_WEIRD_SERVER_REPLY:
            return CallFailure(
                .refused(hasReadAll ? .content : .greeting, code: status, text: Self.text(lastRefusal)))
        case CURLE_REMOTE_ACCESS_DENIED:
            return CallFailure(.refused(.greeting, code: status, text: Self.text(lastRefusal)))
        default: return nil
        }
    }
}
