import CCurl

extension CallFailure.Cause {
    /// What libcurl says went wrong.
    ///
    /// - Parameter text: its sentence about it.
    init(_ code: CURLcode, _ text: String, perhapsSent: Bool) {
        self =
            switch code {
            case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT: .unreachable
            case CURLE_OPERATION_TIMEDOUT: .timedOut
            case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CACERT_BADFILE,
                CURLE_SSL_ISSUER_ERROR:
                .certificate
            case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER: .encryption
            case CURLE_LOGIN_DENIED, CURLE_AUTH_ERROR: .credentials
            case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL, CURLE_BAD_FUNCTION_ARGUMENT,
                CURLE_OUT_OF_MEMORY, CURLE_FAILED_INIT:
                perhapsSent ? .garbled : .impossible(text)
            case CURLE_WEIRD_SERVER_REPLY, CURLE_HTTP2, CURLE_BAD_CONTENT_ENCODING: .garbled
            default: .connectionLost
            }
    }
}
